import { handle } from '@/lib/http/handle';
import { keepNotes } from '@/lib/notes/keep-notes';
import { noteByViewer } from '@/lib/notes/limits';
import { NotesForm } from '@/lib/notes/note-form';

export const POST = handle(
  {
    viewer: 'required',
    body: NotesForm,
    maxBodyBytes: 2 * 1024 * 1024,
    limit: { ...noteByViewer, by: 'viewer' },
    errors: { 'too-many-notes': 409 },
  },
  ({ body, viewer }) => keepNotes(viewer.id, body.notes),
);
