import type { Metadata } from 'next';
import Link from 'next/link';
import { findViewer } from '@/lib/accounts/find-viewer';
import { findLink } from '@/lib/accounts/links/find-link';
import { whyNot } from '@/lib/accounts/links/link-page';
import buttons from '@/lib/ui/button.module.css';
import styles from '@/lib/ui/narrow-page.module.css';
import { ConfirmEmail } from './confirm-email';

export const metadata: Metadata = { title: 'Confirm your address', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the links lead that confirm an address of an account, or make a new one its address. Opening it changes nothing. */
const VerifyEmailPage = async ({ searchParams }: Props) => {
  const { token } = await searchParams;
  const link = await findLink(token, ['verifyEmail', 'changeEmail']);
  if (link?.state !== 'good' || !link.account || link.account.isGuest) {
    return (
      <div className={styles.page}>
        <h1>Confirm your address</h1>
        <p className={styles.lead}>
          {whyNot(link)} <Link href="/account">Your account</Link> shows which address it has and whether it
          is confirmed, and sends a new link.
        </p>
      </div>
    );
  }
  const viewer = await findViewer();
  if (viewer?.id !== link.account.id) {
    const here = encodeURIComponent(`/verify-email?token=${String(token)}`);
    return (
      <div className={styles.page}>
        <h1>Sign in first</h1>
        <p className={styles.lead}>
          The link works in a browser that is signed in to the account that it is for, so that nobody can put
          your address on theirs.{' '}
          {viewer && !viewer.isGuest
            ? `You are signed in as ${viewer.name}: sign out, sign in with the other account, and open the link again.`
            : 'Sign in, and you come back here.'}
        </p>
        {viewer && !viewer.isGuest ? (
          <Link className={buttons.primary} href="/account">
            Your account
          </Link>
        ) : (
          <Link className={buttons.primary} href={`/sign-in?callbackUrl=${here}`}>
            Sign in
          </Link>
        )}
      </div>
    );
  }
  const isChange = link.purpose === 'changeEmail';
  return (
    <div className={styles.page}>
      <h1>{isChange ? 'Use this address' : 'Confirm your address'}</h1>
      <p className={styles.lead}>
        {isChange
          ? `${link.email} becomes the address of your account${link.account.email === null ? '' : `, in place of ${link.account.email}`}.`
          : `${link.email} is the address of your account.`}
      </p>
      <ConfirmEmail token={String(token)} action={isChange ? 'Use this address' : 'Confirm'} />
    </div>
  );
};
export default VerifyEmailPage;
