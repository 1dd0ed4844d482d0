import { describe, expect, it } from 'vitest';
import { writeFeed } from './write-feed';

const lesson = {
  title: 'Locks & <leases>',
  summary: 'Who may write, and "until when".',
  href: '/courses/course/locks',
  module: 2,
  updated: '2026-11-23',
};

describe('the feed', () => {
  it('names each lesson with its address, day and summary, and breaks on no character', () => {
    const feed = writeFeed('https://course.example', [lesson]);
    expect(feed).toContain('<title>Locks &amp; &lt;leases&gt;</title>');
    expect(feed).toContain('<link>https://course.example/courses/course/locks</link>');
    expect(feed).toContain('<pubDate>Mon, 23 Nov 2026 00:00:00 GMT</pubDate>');
    expect(feed).toContain('&quot;until when&quot;');
  });

  it('shows a revised lesson as new', () => {
    const guid = (updated: string) =>
      /<guid.*<\/guid>/.exec(writeFeed('https://a.example', [{ ...lesson, updated }]))?.[0];
    expect(guid('2026-11-23')).not.toBe(guid('2026-12-01'));
  });

  it('is a feed without lessons, too', () => {
    expect(writeFeed('https://a.example', [])).toContain('</channel>');
  });
});
