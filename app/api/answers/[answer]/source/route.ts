import { handle } from '@/lib/http/handle';
import { findSource } from '@/lib/questions/find-source';
import { changeByViewer } from '@/lib/questions/limits';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';

export const GET = handle(
  { viewer: 'required', limit: { ...changeByViewer, by: 'viewer' }, errors: statusOfRefusal },
  async ({ params, viewer }) => {
    const id = readId(params.answer);
    return id === null ? refusals.missing : findSource(viewer.id, 'answer', id);
  },
);
