import { publicAddress } from '@/lib/config/public-address';

type MailLink = { words: string; url: string };

/** A paragraph, the one thing that the mail is for, a link by the way, or things that happened in one place. `url` is ours. */
export type Block =
  string | { action: string; url: string } | MailLink | { title: string; items: readonly MailLink[] };

type Parts = { to: string; subject: string; blocks: readonly Block[] };

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const asText = (block: Block): string => {
  if (typeof block === 'string') return block;
  if ('action' in block) return `${block.action}:\n${block.url}`;
  if ('words' in block) return `${block.words}: ${block.url}`;
  return [block.title, ...block.items.map(({ words, url }) => `* ${words}\n  ${url}`)].join('\n');
};

const linkOf = ({ words, url }: MailLink) => `<a href="${escapeHtml(url)}">${escapeHtml(words)}</a>`;

const asHtml = (block: Block) => {
  if (typeof block === 'string') return `<p style="margin:0 0 16px">${escapeHtml(block)}</p>`;
  if ('words' in block) return `<p style="margin:0 0 16px;font-size:14px">${linkOf(block)}</p>`;
  if ('items' in block)
    return `<h2 style="margin:24px 0 8px;font-size:16px">${escapeHtml(block.title)}</h2>
<ul style="margin:0 0 16px;padding-left:20px">
${block.items.map((item) => `<li style="margin:0 0 8px">${linkOf(item)}</li>`).join('\n')}
</ul>`;
  const url = escapeHtml(block.url);
  // White on green is readable whatever the mail program makes of the page around it.
  return `<p style="margin:0 0 16px"><a href="${url}" style="display:inline-block;padding:10px 18px;border-radius:4px;background:#0b6b5d;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(block.action)}</a></p>
<p style="margin:0 0 16px;font-size:14px;overflow-wrap:anywhere">Or open this address: ${url}</p>`;
};

/**
 * The same mail as plain text and as simple HTML: no picture, nothing from elsewhere, the reader's own colours in light and
 * dark. Whatever people wrote is text in both.
 */
export const composeMail = ({ to, subject, blocks }: Parts) => {
  const site = publicAddress();
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
</head>
<body style="margin:0;padding:24px;font-family:system-ui,-apple-system,'Segoe UI',sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:34em">
${blocks.map(asHtml).join('\n')}
<p style="margin:32px 0 0;font-size:14px">System Design Mastery, ${escapeHtml(site)}</p>
</div>
</body>
</html>
`;
  const text = `${blocks.map(asText).join('\n\n')}\n\n-- \nSystem Design Mastery, ${site}\n`;
  return { to, subject, text, html };
};
