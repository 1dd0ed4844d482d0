import { handle } from '@/lib/http/handle';
import { UndoForm } from '@/lib/moderation/forms';
import { decideByViewer } from '@/lib/moderation/limits';
import { refusals, statusOfRefusal } from '@/lib/moderation/refusals';
import { unhidePosts } from '@/lib/moderation/unhide-posts';
import { readId } from '@/lib/questions/question';

/** Shows again what was hidden together with a suspension; the entry of the trail is that suspension. */
export const PUT = handle(
  { viewer: 'required', body: UndoForm, limit: { ...decideByViewer, by: 'viewer' }, errors: statusOfRefusal },
  async ({ body, params, viewer }) => {
    const entry = readId(params.entry);
    return entry === null ? refusals.missing : unhidePosts(viewer, entry, body);
  },
);
