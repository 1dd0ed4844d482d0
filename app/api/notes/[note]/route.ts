import { handle } from '@/lib/http/handle';
import { noteByViewer } from '@/lib/notes/limits';
import { removeNote } from '@/lib/notes/remove-note';

export const DELETE = handle(
  { viewer: 'required', limit: { ...noteByViewer, by: 'viewer' } },
  ({ params, viewer }) => removeNote(viewer.id, params.note ?? ''),
);
