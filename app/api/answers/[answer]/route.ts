import { clientAddressOf } from '@/lib/http/client-address';
import { handle } from '@/lib/http/handle';
import { editAnswer } from '@/lib/questions/edit-post';
import { EditAnswerForm } from '@/lib/questions/forms';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';

export const PUT = handle(
  { viewer: 'required', body: EditAnswerForm, maxBodyBytes: 128 * 1024, errors: statusOfRefusal },
  async ({ body, params, viewer, request }) => {
    const id = readId(params.answer);
    return id === null
      ? refusals.missing
      : editAnswer({ viewer, address: clientAddressOf(request) }, id, body);
  },
);
