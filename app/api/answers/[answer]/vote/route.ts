import { clientAddressOf } from '@/lib/http/client-address';
import { handle } from '@/lib/http/handle';
import { VoteForm } from '@/lib/questions/forms';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';
import { setVote } from '@/lib/questions/set-vote';

export const PUT = handle(
  { viewer: 'required', body: VoteForm, errors: statusOfRefusal },
  async ({ body, params, viewer, request }) => {
    const id = readId(params.answer);
    if (id === null) return refusals.missing;
    return setVote({ viewer, address: clientAddressOf(request) }, 'answer', id, body.isUp);
  },
);
