import { describe, expect, it } from 'vitest';
import type { SearchDocument } from './search-document';
import { buildSearchIndex } from './search-index';

const document = (href: string, title: string, text: string, more: Partial<SearchDocument> = {}) => ({
  href,
  kind: 'section' as const,
  title,
  place: '',
  text,
  ...more,
});

const documents: SearchDocument[] = [
  document('/queues', 'Queues and the knee', 'At 90 % utilisation the wait is nine times the service time.'),
  document('/lesson', 'Health checks', 'A check finds a dead server.', { kind: 'lesson' }),
  document('/section', 'Health checks', 'A check finds a dead server.'),
  document('/nginx', 'Retries', 'Set proxy_next_upstream to error timeout.'),
  document('/consistency', 'Linearizability', 'Every read sees the last completed write.'),
];
const index = buildSearchIndex(documents);
const found = (query: string) => index.search(query, 10).map(({ href }) => href);

describe('search', () => {
  it('finds a word by its beginning, in any case', () => {
    expect(found('UTILI')).toEqual(['/queues']);
    expect(found('lineariz')).toEqual(['/consistency']);
  });

  it('forgives a wrong letter', () => {
    expect(found('utilistaion')).toEqual(['/queues']);
    expect(found('linearisability')).toEqual(['/consistency']);
  });

  it('forgives two letters in the wrong order, in short words as well', () => {
    expect(found('raed')).toEqual(['/consistency']);
    expect(found('rter')).toEqual(['/nginx']);
    expect(found('proyx_next_upstream')[0]).toBe('/nginx');
    expect(found('knee')).toEqual(['/queues']);
    expect(found('xyxy')).toEqual([]);
  });

  it('wants all words, and falls back to any of them', () => {
    expect(found('dead server')).toEqual(['/lesson', '/section']);
    expect(found('dead unicorn')).toEqual(['/lesson', '/section']);
  });

  it('puts a lesson before a section that matches as well', () => {
    expect(found('health')).toEqual(['/lesson', '/section']);
  });

  it('finds a directive whole and by its parts', () => {
    expect(found('proxy_next_upstream')[0]).toBe('/nginx');
    expect(found('upstream')[0]).toBe('/nginx');
  });

  it('knows what others call a thing', () => {
    const named = buildSearchIndex([
      document('/shedding', 'Load shedding', 'Refuse early.'),
      document('/partitioning', 'Partitioning', 'Rows by key.'),
      document('/rides', 'Design ride hailing', 'Drivers and riders.'),
    ]);
    const first = (query: string) => named.search(query, 10)[0]?.href;
    expect(first('sharding')).toBe('/partitioning');
    expect(first('design Uber')).toBe('/rides');
  });

  it('looks for the words that carry a question', () => {
    expect(found('what is the utilisation of a queue')[0]).toBe('/queues');
    expect(found('how do you find a dead server')).toEqual(['/lesson', '/section']);
  });

  it('gives nothing for nothing, and takes a long text without complaint', () => {
    expect(found('')).toEqual([]);
    expect(found('   ')).toEqual([]);
    expect(found('zzqx '.repeat(10_000))).toEqual([]);
  });

  it('marks what matched', () => {
    expect(index.search('server', 1)[0]?.passage).toContainEqual({ text: 'server', isMatch: true });
  });
});
