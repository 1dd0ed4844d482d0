import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { AskByMail } from '@/lib/accounts/client/ask-by-mail';
import { ProviderButtons } from '@/lib/accounts/client/provider-buttons';
import ways from '@/lib/accounts/client/ways-in.module.css';
import { findViewer } from '@/lib/accounts/find-viewer';
import { listProviders } from '@/lib/accounts/identities/provider';
import { safeCallbackPath } from '@/lib/accounts/safe-callback-path';
import { isMailOn } from '@/lib/mail/is-mail-on';
import styles from '@/lib/ui/narrow-page.module.css';
import { SignUpForm } from './sign-up-form';

export const metadata: Metadata = { title: 'Sign up' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const SignUpPage = async ({ searchParams }: Props) => {
  const { callbackUrl } = await searchParams;
  const returnPath = safeCallbackPath(typeof callbackUrl === 'string' ? callbackUrl : null);
  const viewer = await findViewer();
  if (viewer && !viewer.isGuest) redirect(returnPath);
  const providers = listProviders();
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
      {isMailOn() ? (
        <AskByMail
          ask="signUp"
          returnPath={returnPath}
          action="Sign up by mail"
          then="It holds the link to the last step, which works once, for 24 hours."
        />
      ) : (
        <SignUpForm returnPath={returnPath} />
      )}
      {providers.length > 0 && (
        <section className={styles.section}>
          <h2>Without a password</h2>
          <div className={ways.ways}>
            <ProviderButtons providers={providers} returnPath={returnPath} />
          </div>
        </section>
      )}
    </div>
  );
};
export default SignUpPage;
