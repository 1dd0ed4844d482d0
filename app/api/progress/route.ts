import { handle } from '@/lib/http/handle';
import { listNotes } from '@/lib/notes/list-notes';
import { success } from '@/lib/outcome/outcome';
import { findProgress } from '@/lib/progress/find-progress';
import { askByAddress, changeByViewer } from '@/lib/progress/limits';
import { ProgressForm } from '@/lib/progress/progress-form';
import { recordProgress } from '@/lib/progress/record-progress';

/**
 * What the signed-in reader has done; with `?lesson=course/lesson` their notes on that lesson too. `{viewer: null}` for a
 * visitor, whose progress the browser keeps. Static pages ask this once, after they are readable.
 */
export const GET = handle(
  { viewer: 'optional', limit: { ...askByAddress, by: 'viewer' } },
  async ({ request, viewer }) => {
    if (viewer === null) return success({ viewer: null });
    const lesson = new URL(request.url).searchParams.get('lesson');
    const [account, notes] = await Promise.all([
      findProgress(viewer.id),
      lesson === null ? [] : listNotes(viewer.id, lesson),
    ]);
    return success({ viewer: viewer.id, ...account, notes });
  },
);

/** Merges a change, or all that a browser kept; repeating it changes nothing. */
export const POST = handle(
  {
    viewer: 'required',
    body: ProgressForm,
    maxBodyBytes: 1024 * 1024,
    limit: { ...changeByViewer, by: 'viewer' },
    errors: { 'too-much': 409 },
  },
  ({ body, viewer }) => recordProgress(viewer.id, body),
);
