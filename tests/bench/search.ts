import { SearchDocuments } from '@/lib/search/search-document';
import { buildSearchIndex } from '@/lib/search/search-index';
import { ms, percentile, type Measurement } from './measurement';

const limitMs = 50;
const queries = [
  'least connections',
  'retry budget',
  'linearisability',
  'cache stampede',
  'proxy_next_upstream',
];

/** What a keystroke costs in the search: every beginning of some queries, over the site's own index, in this process. */
export async function measureSearch(siteUrl: string): Promise<Measurement> {
  const response = await fetch(new URL('/search-documents.json', siteUrl));
  const documents = SearchDocuments.parse(await response.json());
  const index = buildSearchIndex(documents);
  const keystrokes = queries.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)));
  const times = keystrokes.map((text) => {
    const start = performance.now();
    index.search(text, 12);
    return performance.now() - start;
  });
  const slow = percentile(times, 0.95);
  return {
    name: `A keystroke in the search over ${documents.length} places`,
    value: `${ms(percentile(times, 0.5))} (p50 of ${times.length}, p95 ${ms(slow)})`,
    baseline: '—',
    compared: ms(slow),
    limit: `≤ ${limitMs} ms`,
    ok: slow <= limitMs,
  };
}
