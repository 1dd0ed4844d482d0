import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import styles from '@/lib/ui/narrow-page.module.css';
import ways from '@/lib/accounts/client/ways-in.module.css';
import { findViewer } from '@/lib/accounts/find-viewer';
import { callbackWords } from '@/lib/accounts/identities/callback-words';
import { listProviders } from '@/lib/accounts/identities/provider';
import { readTold, writeTold } from '@/lib/accounts/identities/told';
import { safeCallbackPath } from '@/lib/accounts/safe-callback-path';
import { publicAddress } from '@/lib/config/public-address';
import { isMailOn } from '@/lib/mail/is-mail-on';
import { SignInForms } from './sign-in-forms';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const SignInPage = async ({ searchParams }: Props) => {
  const { callbackUrl, error, told } = await searchParams;
  const returnPath = safeCallbackPath(
    typeof callbackUrl === 'string' ? callbackUrl : null,
    // next-auth sends back here with whole addresses.
    publicAddress(),
  );
  const viewer = await findViewer();
  const words = (await readTold(told)) ?? callbackWords(error);
  if (viewer && !viewer.isGuest) redirect(words ? `/account?told=${await writeTold(words)}` : returnPath);
  return (
    <div className={styles.page}>
      <h1>Sign in</h1>
      <p className={styles.lead}>
        No account yet? <Link href={`/sign-up?callbackUrl=${encodeURIComponent(returnPath)}`}>Sign up</Link>.
        {viewer &&
          ' You are here as a guest: when you sign in to an account that exists, what you did stays with the guest.'}
      </p>
      {words && (
        <p role="status" className={ways.told}>
          {words}
        </p>
      )}
      <SignInForms
        returnPath={returnPath}
        isGuest={viewer !== null}
        isMailOn={isMailOn()}
        providers={listProviders()}
      />
    </div>
  );
};
export default SignInPage;
