import { describe, expect, it } from 'vitest';
import { describeQuote, findQuote } from './quote';

const text = `A load balancer at layer 4 forwards packets. It does not read them, so it cannot retry a request.
A load balancer at layer 7 reads each request. It can retry, rewrite and cache, and it costs more CPU for it.
In both cases the servers behind it may fail. A failed server is found by a health check or by a failed request.`;

const quoteOf = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return describeQuote(text, { start, end: start + words.length });
};
const found = (changed: string, quote: ReturnType<typeof quoteOf>) => {
  const stretch = findQuote(changed, quote);
  return stretch && changed.slice(stretch.start, stretch.end);
};

describe('a passage is found again', () => {
  const retry = quoteOf('It can retry, rewrite and cache');

  it('where it was', () => {
    expect(found(text, retry)).toBe('It can retry, rewrite and cache');
  });

  it('after text was added before it and taken away behind it', () => {
    const changed = `A new first paragraph.\n${text}`.replace(', and it costs more CPU for it', '');
    expect(found(changed, retry)).toBe('It can retry, rewrite and cache');
  });

  it('among the same words elsewhere, by its neighbours', () => {
    const second = quoteOf('A load balancer at layer', 60);
    expect(findQuote(text, second)?.start).toBe(text.indexOf('A load balancer at layer 7'));
    const moved = `Preface. ${text}`;
    expect(findQuote(moved, second)?.start).toBe(moved.indexOf('A load balancer at layer 7'));
  });

  it('after a correction inside it', () => {
    const changed = text.replace('retry, rewrite and cache', 'retry, rewrite, and even cache');
    expect(found(changed, retry)).toContain('retry, rewrite, and even cache');
  });

  it('with a typo corrected in a short passage', () => {
    const changed = text.replace('health check', 'health-check');
    expect(found(changed, quoteOf('health check'))).toBe('health-check');
  });
});

describe('a passage is lost, rather than put on other words', () => {
  it('when its sentence was taken out', () => {
    const changed = text.replace(/It does not read them.*\n/, '\n');
    expect(findQuote(changed, quoteOf('It does not read them, so it cannot retry a request.'))).toBeNull();
  });

  it('when its sentence was rewritten from the ground up', () => {
    const changed = text.replace(
      'In both cases the servers behind it may fail.',
      'Whatever you choose, expect crashes.',
    );
    expect(findQuote(changed, quoteOf('In both cases the servers behind it may fail.'))).toBeNull();
  });

  it('when the text is empty', () => {
    expect(findQuote('', quoteOf('health check'))).toBeNull();
  });
});

it('a long passage is found in a long lesson in a moment', () => {
  const lesson = Array.from({ length: 120 }, (_, index) => `${index} ${text}`).join('\n');
  const exact = lesson.slice(20_000, 21_500);
  const quote = describeQuote(lesson, { start: 20_000, end: 21_500 });
  const startedAt = performance.now();
  expect(findQuote(lesson.replace(exact, exact.replaceAll('packets', 'segments')), quote)).not.toBeNull();
  expect(performance.now() - startedAt).toBeLessThan(1500);
});
