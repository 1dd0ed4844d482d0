import { handle } from '@/lib/http/handle';
import { decideCase } from '@/lib/moderation/decide-case';
import { DecisionForm } from '@/lib/moderation/forms';
import { decideByViewer } from '@/lib/moderation/limits';
import { statusOfRefusal } from '@/lib/moderation/refusals';

export const POST = handle(
  {
    viewer: 'required',
    body: DecisionForm,
    limit: { ...decideByViewer, by: 'viewer' },
    errors: statusOfRefusal,
  },
  ({ body, viewer }) => decideCase(viewer, body),
);
