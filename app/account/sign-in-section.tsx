import type { Viewer } from '@/lib/accounts/viewer';
import buttons from '@/lib/ui/button.module.css';
import { ChangePassword } from './account-forms';
import styles from './account.module.css';

/** By what one signs in. */
export const SignInSection = ({ viewer }: { viewer: Viewer }) =>
  viewer.isGuest ? (
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
  ) : (
    <>
      <section className={styles.section} aria-labelledby="sign-in">
        <h2 id="sign-in">Email</h2>
        <p>{viewer.email}</p>
      </section>
      {viewer.email && <ChangePassword email={viewer.email} />}
    </>
  );
