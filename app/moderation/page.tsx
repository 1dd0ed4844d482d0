import type { Metadata } from 'next';
import { mayModerate } from '@/lib/accounts/roles';
import { requireRole } from '@/lib/accounts/require-role';
import '@/lib/courses/mdx/prose.css';
import { QueueKeys } from '@/lib/moderation/client/queue-keys';
import { waitingInWords } from '@/lib/moderation/in-words';
import { listCases } from '@/lib/moderation/list-cases';
import styles from '@/lib/moderation/ui/queue.module.css';
import buttons from '@/lib/ui/button.module.css';
import { CaseView } from './case-view';
import { ModerationNav } from './moderation-nav';

export const metadata: Metadata = { title: 'Moderation', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const NothingWaits = ({ isEnd }: { isEnd: boolean }) => (
  <div className={styles.empty}>
    <p>{isEnd ? 'These were all.' : 'Nothing waits.'}</p>
    <p>
      {isEnd
        ? 'What came in since you began is at the end of the queue, which begins with what waits longest.'
        : 'Every report has been answered and no post is held. Reports come here from the button “Report” below every post; posts are held when a new account writes something that looks like advertising.'}
    </p>
    <a className={buttons.secondary} href={isEnd ? '/moderation' : '/questions?tab=unanswered'}>
      {isEnd ? 'Begin again' : 'Read what nobody has answered'}
    </a>
  </div>
);

const ModerationPage = async ({ searchParams }: Props) => {
  const moderator = await requireRole(mayModerate);
  const { after } = await searchParams;
  const place = typeof after === 'string' ? after : null;
  const { cases, waiting, next, readAt } = await listCases(place);
  return (
    <div className={styles.page}>
      <ModerationNav current="/moderation" />
      <h1>Moderation</h1>
      {cases.length > 0 && (
        <>
          <p className={styles.counts}>
            {waitingInWords(waiting.reports, waiting.reportedPosts, waiting.heldPosts)}, the oldest first
          </p>
          <QueueKeys />
        </>
      )}
      <div className={styles.list}>
        {cases.map((post) => (
          <CaseView key={`${post.kind}-${post.id}`} post={post} moderator={moderator} nowMs={readAt} />
        ))}
      </div>
      {cases.length === 0 && <NothingWaits isEnd={place !== null} />}
      {cases.length > 0 && (
        <p className={styles.next}>
          {next ? (
            <a href={`/moderation?after=${next}`} rel="next">
              Next cases
            </a>
          ) : (
            <a href="/moderation">Load the queue again</a>
          )}
        </p>
      )}
    </div>
  );
};
export default ModerationPage;
