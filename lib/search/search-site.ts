import 'server-only';
import { listSearchDocuments } from './list-documents';
import { buildSearchIndex, type SearchIndex, type SearchResult } from './search-index';

let index: Promise<SearchIndex> | undefined;

/** Searches on the server, for readers without JavaScript. At most `limit` results, best first. */
export async function searchSite(query: string, limit: number): Promise<SearchResult[]> {
  index ??= listSearchDocuments().then(buildSearchIndex);
  return (await index).search(query, limit);
}
