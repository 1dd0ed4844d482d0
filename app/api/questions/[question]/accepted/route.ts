import { handle } from '@/lib/http/handle';
import { acceptAnswer } from '@/lib/questions/accept-answer';
import { AcceptForm } from '@/lib/questions/forms';
import { changeByViewer } from '@/lib/questions/limits';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';

export const PUT = handle(
  {
    viewer: 'required',
    body: AcceptForm,
    limit: { ...changeByViewer, by: 'viewer' },
    errors: statusOfRefusal,
  },
  async ({ body, params, viewer }) => {
    const id = readId(params.question);
    return id === null ? refusals.missing : acceptAnswer(viewer.id, id, body.answer);
  },
);
