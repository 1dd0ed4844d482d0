import { listSearchDocuments } from '@/lib/search/list-documents';

export const dynamic = 'force-static';

/** What the search in the browser looks through; made once, at build time. */
export const GET = async () => Response.json(await listSearchDocuments());
