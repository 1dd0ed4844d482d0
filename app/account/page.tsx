import type { Metadata } from 'next';
import Link from 'next/link';
import { requireViewer } from '@/lib/accounts/require-viewer';
import buttons from '@/lib/ui/button.module.css';
import styles from '@/lib/ui/narrow-page.module.css';
import { ChangePassword, SignOut } from './account-forms';
import { NotificationSection } from './notification-section';

export const metadata: Metadata = { title: 'Your account' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const AccountPage = async ({ searchParams }: Props) => {
  const viewer = await requireViewer('/account');
  const { changed } = await searchParams;
  return (
    <div className={styles.page}>
      <h1>Your account</h1>
      {changed === 'password' && <p role="status">Your password is changed. Other devices are signed out.</p>}
      <dl className={styles.facts}>
        <dt>Name</dt>
        <dd>{viewer.name}</dd>
        <dt>Email</dt>
        <dd>{viewer.email ?? 'none: you are a guest'}</dd>
      </dl>
      {viewer.isGuest && (
        <section className={styles.section}>
          <h2>Keep your work</h2>
          <p>
            A guest lives in this browser only. When you sign out as a guest, the way back to your labs is
            lost; sign up and they stay yours.
          </p>
          <Link className={buttons.primary} href="/sign-up?callbackUrl=/account">
            Sign up and keep my work
          </Link>
        </section>
      )}
      {viewer.email && <ChangePassword email={viewer.email} />}
      <NotificationSection viewer={viewer} />
      <SignOut />
    </div>
  );
};
export default AccountPage;
