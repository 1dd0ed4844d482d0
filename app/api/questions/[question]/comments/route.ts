import { clientAddressOf } from '@/lib/http/client-address';
import { handle } from '@/lib/http/handle';
import { addComment } from '@/lib/questions/add-comment';
import { CommentForm } from '@/lib/questions/forms';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';

export const POST = handle(
  { viewer: 'required', body: CommentForm, errors: statusOfRefusal },
  async ({ body, params, viewer, request }) => {
    const id = readId(params.question);
    return id === null
      ? refusals.missing
      : addComment({ viewer, address: clientAddressOf(request) }, id, body);
  },
);
