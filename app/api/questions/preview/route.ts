import { handle } from '@/lib/http/handle';
import { success } from '@/lib/outcome/outcome';
import { PreviewForm } from '@/lib/questions/forms';
import { previewByViewer } from '@/lib/questions/limits';
import { previewPost } from '@/lib/questions/runs/place-runs';

/** What a text will look like: the very renderer of the page. Runs of one's own are shown, and stay private until they are posted. */
export const POST = handle(
  {
    viewer: 'required',
    body: PreviewForm,
    maxBodyBytes: 128 * 1024,
    limit: { ...previewByViewer, by: 'viewer' },
  },
  async ({ body, viewer }) => success({ html: await previewPost(viewer.id, body.body) }),
);
