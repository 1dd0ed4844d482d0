import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AskByMail } from '@/lib/accounts/client/ask-by-mail';
import { findViewer } from '@/lib/accounts/find-viewer';
import { findLink } from '@/lib/accounts/links/find-link';
import { whyNot } from '@/lib/accounts/links/link-page';
import { safeCallbackPath } from '@/lib/accounts/safe-callback-path';
import { isMailOn } from '@/lib/mail/is-mail-on';
import styles from '@/lib/ui/narrow-page.module.css';
import { SignInByLink } from './sign-in-by-link';

export const metadata: Metadata = { title: 'Sign in by mail', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const ask = (returnPath: string) => (
  <AskByMail
    ask="signIn"
    returnPath={returnPath}
    action="Send me a link"
    then="It holds a link that works once, for 15 minutes."
  />
);

/** With a token: the button that signs in. Without: where such a link is asked for. Opening it changes nothing. */
const SignInLinkPage = async ({ searchParams }: Props) => {
  const { token, callbackUrl } = await searchParams;
  if (token === undefined) {
    if (!isMailOn()) notFound();
    return (
      <div className={styles.page}>
        <h1>Sign in by mail</h1>
        <p className={styles.lead}>
          You get a link, open it, and are signed in. A password does it, too:{' '}
          <Link href="/sign-in">sign in with it</Link>.
        </p>
        {ask(safeCallbackPath(typeof callbackUrl === 'string' ? callbackUrl : null))}
      </div>
    );
  }
  const link = await findLink(token, ['signIn']);
  if (link?.state !== 'good' || !link.account) {
    return (
      <div className={styles.page}>
        <h1>Sign in by mail</h1>
        <p className={styles.lead}>
          {whyNot(link)} {isMailOn() ? 'Ask for a new one' : <Link href="/sign-in">Sign in another way</Link>}
          .
        </p>
        {isMailOn() && ask(safeCallbackPath(link?.returnPath))}
      </div>
    );
  }
  const { account } = link;
  const viewer = await findViewer();
  return (
    <div className={styles.page}>
      <h1>Sign in as {account.name}</h1>
      <p className={styles.lead}>
        {link.email}
        {viewer?.isGuest && '. You are here as a guest; what you did as a guest stays with the guest.'}
        {viewer &&
          !viewer.isGuest &&
          viewer.id !== account.id &&
          `. You leave the account of ${viewer.name}.`}
      </p>
      {!account.isVerified && (
        <p className={styles.lead}>
          Nobody has confirmed this address yet, so it is not known whether whoever made the account owns it.
          This link confirms it. A password, accounts elsewhere and sessions that the account has are removed;
          to keep them, <Link href="/sign-in">sign in with the password</Link> and confirm the address in the
          account.
        </p>
      )}
      <SignInByLink token={String(token)} returnPath={safeCallbackPath(link.returnPath)} />
    </div>
  );
};
export default SignInLinkPage;
