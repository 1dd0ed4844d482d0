import { findWaysIn } from '@/lib/accounts/identities/find-ways-in';
import type { Viewer } from '@/lib/accounts/viewer';
import { isMailOn } from '@/lib/mail/is-mail-on';
import buttons from '@/lib/ui/button.module.css';
import { ChangePassword } from './account-forms';
import styles from './account.module.css';

const KeepYourWork = () => (
  <section className={styles.section} aria-labelledby="sign-in">
    <h2 id="sign-in">Keep your work</h2>
    <p>
      A guest lives in this browser only. When you sign out as a guest, the way back to your labs is lost;
      sign up and they stay yours.
    </p>
    <a className={buttons.primary} href="/sign-up?callbackUrl=/account">
      Sign up and keep my work
    </a>
  </section>
);

/** By what one signs in. The address has a section of its own where the site sends mail. */
export const SignInSection = async ({ viewer }: { viewer: Viewer }) => {
  if (viewer.isGuest) return <KeepYourWork />;
  const { hasPassword } = await findWaysIn(viewer);
  return (
    <>
      {!isMailOn() && (
        <section className={styles.section} aria-labelledby="sign-in">
          <h2 id="sign-in">Email</h2>
          <p>{viewer.email ?? 'none'}</p>
        </section>
      )}
      {viewer.email && hasPassword && <ChangePassword email={viewer.email} />}
    </>
  );
};
