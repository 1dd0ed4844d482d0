import type { Metadata } from 'next';
import Link from 'next/link';
import { AskByMail } from '@/lib/accounts/client/ask-by-mail';
import { findLink } from '@/lib/accounts/links/find-link';
import { whyNot } from '@/lib/accounts/links/link-page';
import { safeCallbackPath } from '@/lib/accounts/safe-callback-path';
import { isMailOn } from '@/lib/mail/is-mail-on';
import styles from '@/lib/ui/narrow-page.module.css';
import { FinishSignUp } from './finish-sign-up';

export const metadata: Metadata = { title: 'Finish signing up', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the link leads that was mailed to somebody without an account. Opening it makes nothing. */
const FinishSignUpPage = async ({ searchParams }: Props) => {
  const { token } = await searchParams;
  const link = await findLink(token, ['verifyEmail']);
  const isForNewcomer = link !== null && (link.account === null || link.account.isGuest);
  if (link?.state === 'good' && isForNewcomer) {
    return (
      <div className={styles.page}>
        <h1>Finish signing up</h1>
        <p className={styles.lead}>
          {link.account
            ? `What ${link.account.name} did here becomes your account's: labs and progress stay.`
            : 'The last step. Your address is confirmed by it.'}
        </p>
        <FinishSignUp
          token={String(token)}
          email={link.email}
          returnPath={safeCallbackPath(link.returnPath)}
        />
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <h1>Finish signing up</h1>
      <p className={styles.lead}>
        {whyNot(link)} If you have an account by now, <Link href="/sign-in">sign in</Link>.{' '}
        {isMailOn() && 'If not, ask for a new link.'}
      </p>
      {isMailOn() && (
        <AskByMail
          ask="signUp"
          returnPath={safeCallbackPath(link?.returnPath)}
          action="Send me a link"
          then="It holds the link to the next step, which works once, for 24 hours."
        />
      )}
    </div>
  );
};
export default FinishSignUpPage;
