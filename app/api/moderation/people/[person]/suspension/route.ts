import { z } from 'zod';
import { handle } from '@/lib/http/handle';
import { SuspensionForm } from '@/lib/moderation/forms';
import { decideByViewer } from '@/lib/moderation/limits';
import { refusals, statusOfRefusal } from '@/lib/moderation/refusals';
import { setSuspended } from '@/lib/moderation/set-suspended';

export const PUT = handle(
  {
    viewer: 'required',
    body: SuspensionForm,
    limit: { ...decideByViewer, by: 'viewer' },
    errors: statusOfRefusal,
  },
  async ({ body, params, viewer }) => {
    const person = z.uuid().safeParse(params.person);
    return person.success ? setSuspended(viewer, person.data, body) : refusals.missing;
  },
);
