import { handle } from '@/lib/http/handle';
import { FollowForm } from '@/lib/questions/forms';
import { changeByViewer } from '@/lib/questions/limits';
import { readId } from '@/lib/questions/question';
import { refusals, statusOfRefusal } from '@/lib/questions/refusals';
import { setFollowing } from '@/lib/questions/set-following';

export const PUT = handle(
  {
    viewer: 'required',
    body: FollowForm,
    limit: { ...changeByViewer, by: 'viewer' },
    errors: statusOfRefusal,
  },
  async ({ body, params, viewer }) => {
    const id = readId(params.question);
    return id === null ? refusals.missing : setFollowing(viewer.id, id, body.isFollowing);
  },
);
