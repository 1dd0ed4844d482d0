import { handle } from '@/lib/http/handle';
import { setDigest } from '@/lib/notifications/digest/set-digest';
import { DigestForm } from '@/lib/notifications/forms';
import { digestByViewer } from '@/lib/notifications/limits';

export const POST = handle(
  { viewer: 'required', body: DigestForm, limit: { ...digestByViewer, by: 'viewer' } },
  ({ body, viewer }) => setDigest(viewer.id, body),
);
