import { handle } from '@/lib/http/handle';
import { lookByViewer } from '@/lib/moderation/limits';
import { listMergeCandidates } from '@/lib/moderation/list-merge-candidates';
import { refusals, statusOfRefusal } from '@/lib/moderation/refusals';
import { readId } from '@/lib/questions/question';

/** Questions that may say the same. */
export const GET = handle(
  { viewer: 'required', limit: { ...lookByViewer, by: 'viewer' }, errors: statusOfRefusal },
  async ({ params, viewer }) => {
    const id = readId(params.question);
    return id === null ? refusals.missing : listMergeCandidates(viewer, id);
  },
);
