import type { Metadata } from 'next';
import { requireViewer } from '@/lib/accounts/require-viewer';
import styles from '@/lib/ui/narrow-page.module.css';
import { DataSection } from './data-section';
import { DeleteSection } from './delete-section';
import { ProfileSection } from './profile-section';
import { SessionsSection } from './sessions-section';
import { SignInSection } from './sign-in-section';
import { whatChanged } from './what-changed';

export const metadata: Metadata = { title: 'Your account' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const AccountPage = async ({ searchParams }: Props) => {
  const viewer = await requireViewer('/account');
  const { changed, export: exported } = await searchParams;
  const said = whatChanged(changed);
  return (
    <div className={styles.page}>
      <h1>Your account</h1>
      {said && <p role="status">{said}</p>}
      <ProfileSection viewer={viewer} />
      <SignInSection viewer={viewer} />
      <SessionsSection viewer={viewer} />
      <DataSection isTooSoon={exported === 'later'} />
      <DeleteSection />
    </div>
  );
};
export default AccountPage;
