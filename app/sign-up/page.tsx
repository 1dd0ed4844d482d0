import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { findViewer } from '@/lib/accounts/find-viewer';
import { safeCallbackPath } from '@/lib/accounts/safe-callback-path';
import styles from '@/lib/ui/narrow-page.module.css';
import { SignUpForm } from './sign-up-form';

export const metadata: Metadata = { title: 'Sign up' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const SignUpPage = async ({ searchParams }: Props) => {
  const { callbackUrl } = await searchParams;
  const returnPath = safeCallbackPath(typeof callbackUrl === 'string' ? callbackUrl : null);
  const viewer = await findViewer();
  if (viewer && !viewer.isGuest) redirect(returnPath);
  return (
    <div className={styles.page}>
      <h1>Sign up</h1>
      <p className={styles.lead}>
        {viewer
          ? 'Your guest account becomes your own: labs and progress stay.'
          : 'An account keeps your labs and your progress.'}{' '}
        Already have one? <Link href={`/sign-in?callbackUrl=${encodeURIComponent(returnPath)}`}>Sign in</Link>
        .
      </p>
      <SignUpForm returnPath={returnPath} />
    </div>
  );
};
export default SignUpPage;
