import type { Metadata } from 'next';
import { requireViewer } from '@/lib/accounts/require-viewer';
import styles from '@/lib/ui/narrow-page.module.css';
import { AccountNews } from './account-news';
import { DataSection } from './data-section';
import { DeleteSection } from './delete-section';
import { EmailSection } from './email-section';
import { IdentitiesSection } from './identities-section';
import { NotificationSection } from './notification-section';
import { ProfileSection } from './profile-section';
import { SessionsSection } from './sessions-section';
import { SignInSection } from './sign-in-section';
import { whatChanged } from './what-changed';

export const metadata: Metadata = { title: 'Your account' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const AccountPage = async ({ searchParams }: Props) => {
  const viewer = await requireViewer('/account');
  const params = await searchParams;
  const said = whatChanged(params.changed);
  return (
    <div className={styles.page}>
      <h1>Your account</h1>
      {said && <p role="status">{said}</p>}
      <AccountNews params={params} />
      <ProfileSection viewer={viewer} />
      <SignInSection viewer={viewer} />
      <EmailSection viewer={viewer} />
      <IdentitiesSection viewer={viewer} />
      <NotificationSection viewer={viewer} />
      <SessionsSection viewer={viewer} />
      <DataSection isTooSoon={params.export === 'later'} />
      <DeleteSection />
    </div>
  );
};
export default AccountPage;
