import { handle } from '@/lib/http/handle';
import { StandingForm } from '@/lib/questions/forms';
import { judgeStanding } from '@/lib/questions/judge-standing';
import { changeByViewer } from '@/lib/questions/limits';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';

export const PUT = handle(
  {
    viewer: 'required',
    body: StandingForm,
    limit: { ...changeByViewer, by: 'viewer' },
    errors: statusOfRefusal,
  },
  async ({ body, params, viewer }) => {
    const id = readId(params.question);
    return id === null ? refusals.missing : judgeStanding(viewer, id, body);
  },
);
