import { clientAddressOf } from '@/lib/http/client-address';
import { handle } from '@/lib/http/handle';
import { problem } from '@/lib/http/respond';
import { openByViewer } from '@/lib/questions/limits';
import { openStream } from '@/lib/questions/live/open-stream';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';

const noPlace = {
  full: {
    status: 503,
    message:
      'As many pages as this server can tell are open. The page stays as it is; reload it to see what is new.',
  },
  many: {
    status: 429,
    message: 'Many pages are open from here. Close some; this one stays as it is until it is reloaded.',
  },
} as const;

/** What happens in a thread while its page is open, as server-sent events. */
export const GET = handle(
  { viewer: 'optional', limit: { ...openByViewer, by: 'viewer' }, errors: statusOfRefusal },
  async ({ params, request, viewer, requestId }) => {
    const question = readId(params.question);
    if (question === null) return refusals.missing;
    if (request.method === 'HEAD') return new Response(null);
    const address = clientAddressOf(request);
    const opened = await openStream({
      question,
      viewerId: viewer?.id ?? null,
      address,
      signal: request.signal,
    });
    if (opened === 'missing') return refusals.missing;
    if (opened instanceof Response) return opened;
    const { status, message } = noPlace[opened];
    return problem(status, { code: `live-${opened}`, message }, requestId, { 'retry-after': '60' });
  },
);
