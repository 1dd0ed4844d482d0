import { findWaysIn } from '@/lib/accounts/identities/find-ways-in';
import type { Viewer } from '@/lib/accounts/viewer';
import { isMailOn } from '@/lib/mail/is-mail-on';
import styles from '@/lib/ui/narrow-page.module.css';
import { ChangeEmail, SendConfirmation } from './email-forms';

/** The account's address: whether it is confirmed, and another one. Absent while the site sends no mail. */
export const EmailSection = async ({ viewer }: { viewer: Viewer }) => {
  if (viewer.isGuest || !isMailOn()) return null;
  const { email, isVerified, hasPassword } = await findWaysIn(viewer);
  return (
    <section className={styles.section} aria-labelledby="email-heading">
      <h2 id="email-heading">Email</h2>
      {email === null && (
        <p>Your account has no address. Add one to get mail and to sign in with a password.</p>
      )}
      {email !== null && isVerified && <p>{email} is confirmed.</p>}
      {email !== null && !isVerified && (
        <>
          <p>
            {email} is not confirmed yet. Confirm it, so that you can set a new password by mail when you have
            forgotten yours.
          </p>
          <SendConfirmation email={email} />
        </>
      )}
      <ChangeEmail hasEmail={email !== null} hasPassword={hasPassword} />
    </section>
  );
};
