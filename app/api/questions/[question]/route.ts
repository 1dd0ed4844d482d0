import { clientAddressOf } from '@/lib/http/client-address';
import { handle } from '@/lib/http/handle';
import { editQuestion } from '@/lib/questions/edit-post';
import { EditQuestionForm } from '@/lib/questions/forms';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';

export const PUT = handle(
  { viewer: 'required', body: EditQuestionForm, maxBodyBytes: 128 * 1024, errors: statusOfRefusal },
  async ({ body, params, viewer, request }) => {
    const id = readId(params.question);
    return id === null
      ? refusals.missing
      : editQuestion({ viewer, address: clientAddressOf(request) }, id, body);
  },
);
