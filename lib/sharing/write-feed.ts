import type { DatedLesson } from './dated-lessons';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const rfc822 = (day: string) => new Date(day).toUTCString();

/** Lessons as RSS 2.0, in the order given. `address` is the site's origin. A revised lesson is a new item. */
export const writeFeed = (address: string, lessons: readonly DatedLesson[]): string => {
  const items = lessons.map(
    ({ title, summary, href, updated }) => `<item>
<title>${escape(title)}</title>
<link>${escape(`${address}${href}`)}</link>
<guid isPermaLink="false">${escape(`${href}@${updated}`)}</guid>
<pubDate>${rfc822(updated)}</pubDate>
<description>${escape(summary)}</description>
</item>`,
  );
  const [latest] = lessons;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>System Design Mastery</title>
<link>${escape(address)}/</link>
<atom:link href="${escape(address)}/feed.xml" rel="self" type="application/rss+xml"/>
<description>New and revised lessons.</description>
<language>en</language>
${latest ? `<lastBuildDate>${rfc822(latest.updated)}</lastBuildDate>` : ''}
${items.join('\n')}
</channel>
</rss>
`;
};
