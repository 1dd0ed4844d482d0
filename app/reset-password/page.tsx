import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AskByMail } from '@/lib/accounts/client/ask-by-mail';
import { findLink } from '@/lib/accounts/links/find-link';
import { whyNot } from '@/lib/accounts/links/link-page';
import { isMailOn } from '@/lib/mail/is-mail-on';
import styles from '@/lib/ui/narrow-page.module.css';
import { NewPassword } from './new-password';

export const metadata: Metadata = { title: 'Set a new password', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** With a token: the form for the new password. Without, or with one that does not work: where a link is asked for. */
const ResetPasswordPage = async ({ searchParams }: Props) => {
  const { token } = await searchParams;
  const link = token === undefined ? null : await findLink(token, ['resetPassword']);
  if (link?.state === 'good' && link.account) {
    return (
      <div className={styles.page}>
        <h1>Set a new password</h1>
        <p className={styles.lead}>
          It signs you out everywhere else
          {link.account.isVerified
            ? '.'
            : ', and as nobody has confirmed this address yet, accounts elsewhere that were linked are unlinked.'}
        </p>
        <NewPassword token={String(token)} email={link.email} />
      </div>
    );
  }
  if (token === undefined && !isMailOn()) notFound();
  return (
    <div className={styles.page}>
      <h1>Set a new password</h1>
      <p className={styles.lead}>
        {token === undefined
          ? 'Which address do you sign in with? You get a link to the page where you set a new one.'
          : `${whyNot(link)} ${isMailOn() ? 'Ask for a new one.' : ''}`}{' '}
        You know it after all? <Link href="/sign-in">Sign in</Link>.
      </p>
      {isMailOn() && (
        <AskByMail
          ask="reset"
          returnPath="/"
          action="Send me a link"
          then="It holds a link to set a new password, which works once, for 30 minutes."
        />
      )}
    </div>
  );
};
export default ResetPasswordPage;
