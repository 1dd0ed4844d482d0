import { handle } from '@/lib/http/handle';
import { success } from '@/lib/outcome/outcome';
import { changeByViewer } from '@/lib/progress/limits';
import { undoRead } from '@/lib/progress/undo-read';

export const DELETE = handle(
  { viewer: 'required', limit: { ...changeByViewer, by: 'viewer' } },
  async ({ params, viewer }) => success(await undoRead(viewer.id, params.course ?? '', params.lesson ?? '')),
);
