import { expect, it } from 'vitest';
import { composeMail } from './compose-mail';
import { Mail } from './mail';

const parts = {
  to: 'ada@example.org',
  subject: 'Hello',
  blocks: [
    'Ada <script>alert("1")</script> & friends',
    { action: 'Go', url: 'http://localhost:3000/x?a=1&b="2"' },
  ],
};

it('shows what people wrote as text, in both forms', () => {
  const { text, html } = composeMail(parts);
  expect(text).toContain('Ada <script>alert("1")</script> & friends');
  expect(html).toContain('Ada &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; friends');
  expect(html).toContain('href="http://localhost:3000/x?a=1&amp;b=&quot;2&quot;"');
});

it('brings nothing from elsewhere and follows the theme of the reader', () => {
  const { html } = composeMail(parts);
  expect(html).not.toMatch(/<img|<link|url\(|src=/);
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
});

it('makes one line of a subject or a header, whatever was in it', () => {
  const mail = Mail.parse({
    ...composeMail({ ...parts, subject: 'Hi\r\nBcc: eve@evil.example' }),
    headers: { 'X-Note': 'a\r\nBcc: eve@evil.example' },
  });
  expect(mail.subject).toBe('Hi Bcc: eve@evil.example');
  expect(mail.headers).toEqual({ 'X-Note': 'a Bcc: eve@evil.example' });
});

it.each([
  'ada@example.org\r\nBcc: eve@evil.example',
  'ada@example.org, eve@evil.example',
  '<ada@example.org>',
  'ada',
])('refuses %j as an address', (to) => expect(() => Mail.parse({ ...composeMail(parts), to })).toThrow());

it('refuses a header whose name is none', () => {
  expect(() => Mail.parse({ ...composeMail(parts), headers: { 'X: y\r\nBcc': 'eve' } })).toThrow();
});
