import { fetchAgain } from '@/lib/ui/fetch-again';
import { SearchDocuments } from '../search-document';
import { buildSearchIndex, type SearchIndex } from '../search-index';

let index: Promise<SearchIndex> | undefined;

/** Loads and builds the index, once a page. Rejects when it cannot be had; the next call tries again. */
export const loadSearchIndex = (): Promise<SearchIndex> => {
  index ??= load().catch((error: unknown) => {
    index = undefined;
    throw error;
  });
  return index;
};

async function load() {
  const response = await fetchAgain('/search-documents.json');
  if (!response.ok) throw new Error(`the search index answered ${response.status}`);
  return buildSearchIndex(SearchDocuments.parse(await response.json()));
}
