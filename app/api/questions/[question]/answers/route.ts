import { clientAddressOf } from '@/lib/http/client-address';
import { handle } from '@/lib/http/handle';
import { answerQuestion } from '@/lib/questions/answer-question';
import { AnswerForm } from '@/lib/questions/forms';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';

export const POST = handle(
  { viewer: 'required', body: AnswerForm, maxBodyBytes: 128 * 1024, errors: statusOfRefusal },
  async ({ body, params, viewer, request }) => {
    const id = readId(params.question);
    return id === null
      ? refusals.missing
      : answerQuestion({ viewer, address: clientAddressOf(request) }, id, body);
  },
);
