import type { Metadata } from 'next';
import { readUnsubscribeToken } from '@/lib/notifications/digest/unsubscribe-token';
import buttons from '@/lib/ui/button.module.css';
import styles from '@/lib/ui/narrow-page.module.css';

export const metadata: Metadata = {
  title: 'Mail about questions',
  robots: { index: false },
  referrer: 'no-referrer',
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where the links of a digest lead: one button, which works signed out and without JavaScript. Nothing is told of the account. */
const UnsubscribePage = async ({ searchParams }: Props) => {
  const { token, done } = await searchParams;
  const given = typeof token === 'string' ? token : '';
  if (done !== undefined)
    return (
      <div className={styles.page}>
        <h1>No more mail about questions</h1>
        <p className={styles.lead} role="status">
          You get none from now on; on the site you are told as before.{' '}
          <a href="/account#mail">Your account</a> turns it on again.
        </p>
      </div>
    );
  if (readUnsubscribeToken(given) === null)
    return (
      <div className={styles.page}>
        <h1>This link is not complete</h1>
        <p className={styles.lead}>
          Copy all of it from the mail, or <a href="/account#mail">choose in your account</a> how often you
          get mail.
        </p>
      </div>
    );
  return (
    <div className={styles.page}>
      <h1>Mail about questions</h1>
      <p className={styles.lead}>
        You get mail when something happens in questions that you follow. On the site you are told in any
        case.
      </p>
      <form
        method="post"
        action={`/api/notifications/unsubscribe?${new URLSearchParams({ token: given, page: '' })}`}
      >
        <button className={buttons.primary}>Send me no more of it</button>
      </form>
    </div>
  );
};
export default UnsubscribePage;
