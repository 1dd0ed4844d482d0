import { handle } from '@/lib/http/handle';
import { success } from '@/lib/outcome/outcome';
import { PreviewForm } from '@/lib/questions/forms';
import { previewByViewer } from '@/lib/questions/limits';
import { renderMarkdown } from '@/lib/questions/markdown/render-markdown';

/** What a text will look like: the very renderer of the page. */
export const POST = handle(
  {
    viewer: 'required',
    body: PreviewForm,
    maxBodyBytes: 128 * 1024,
    limit: { ...previewByViewer, by: 'viewer' },
  },
  async ({ body }) => success({ html: await renderMarkdown(body.body) }),
);
