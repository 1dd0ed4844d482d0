import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { findViewer } from '@/lib/accounts/find-viewer';
import { safeCallbackPath } from '@/lib/accounts/safe-callback-path';
import styles from '@/lib/ui/narrow-page.module.css';
import { SignInForms } from './sign-in-forms';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const SignInPage = async ({ searchParams }: Props) => {
  const { callbackUrl } = await searchParams;
  const returnPath = safeCallbackPath(typeof callbackUrl === 'string' ? callbackUrl : null);
  const viewer = await findViewer();
  if (viewer && !viewer.isGuest) redirect(returnPath);
  return (
    <div className={styles.page}>
      <h1>Sign in</h1>
      <p className={styles.lead}>
        No account yet? <Link href={`/sign-up?callbackUrl=${encodeURIComponent(returnPath)}`}>Sign up</Link>.
        {viewer && ' You are here as a guest; what you did as a guest stays with the guest.'}
      </p>
      <SignInForms returnPath={returnPath} isGuest={viewer !== null} />
    </div>
  );
};
export default SignInPage;
