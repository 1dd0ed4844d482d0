import { handle } from '@/lib/http/handle';
import { ReadForm } from '@/lib/notifications/forms';
import { readByViewer } from '@/lib/notifications/limits';
import { markRead } from '@/lib/notifications/mark-read';

export const POST = handle(
  { viewer: 'required', body: ReadForm, limit: { ...readByViewer, by: 'viewer' } },
  ({ body, viewer }) => markRead(viewer.id, body),
);
