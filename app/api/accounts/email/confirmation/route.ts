import { mailsByViewer } from '@/lib/accounts/links/limits';
import { sendConfirmation } from '@/lib/accounts/links/send-confirmation';
import { handle } from '@/lib/http/handle';

/** Sends the link by which the address is confirmed. */
export const POST = handle(
  {
    viewer: 'required',
    limit: { ...mailsByViewer, by: 'viewer' },
    errors: { 'too-many-mails': 429, 'mail-off': 404 },
  },
  ({ viewer }) => sendConfirmation(viewer),
);
