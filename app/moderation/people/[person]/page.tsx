import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { mayModerate } from '@/lib/accounts/roles';
import { requireRole } from '@/lib/accounts/require-role';
import '@/lib/courses/mdx/prose.css';
import { maySuspend } from '@/lib/moderation/acts-for';
import { PersonActs } from '@/lib/moderation/client/person-acts';
import { findPerson } from '@/lib/moderation/find-person';
import { recordInWords } from '@/lib/moderation/in-words';
import styles from '@/lib/moderation/ui/queue.module.css';
import { MomentText } from '@/lib/ui/moment-text';
import { CaseView } from '../../case-view';
import { ModerationNav } from '../../moderation-nav';

export const metadata: Metadata = { title: 'Moderate a person', robots: { index: false } };

type Props = { params: Promise<{ person: string }> };

const PersonPage = async ({ params }: Props) => {
  const moderator = await requireRole(mayModerate);
  const id = z.uuid().safeParse((await params).person);
  const found = id.success ? await findPerson(id.data) : null;
  if (!found) return notFound();
  const { person, posts, readAt } = found;
  const { suspended } = person;
  return (
    <div className={styles.page}>
      <ModerationNav current={null} />
      <h1>{person.name}</h1>
      <dl className={styles.record}>
        <dt>So far</dt>
        <dd>{recordInWords(person, readAt).join(', ')}</dd>
        <dt>Suspended</dt>
        <dd>
          {suspended ? (
            <>
              since <MomentText at={Date.parse(suspended.since)} />
              {suspended.until === null ? (
                ', until it is lifted'
              ) : (
                <>
                  , until <MomentText at={suspended.until} />
                </>
              )}
              : {suspended.because}
            </>
          ) : (
            'no'
          )}
        </dd>
        <dt>What was done</dt>
        <dd>
          <a href={`/moderation/audit?person=${person.id}`}>in the audit trail</a>
        </dd>
      </dl>
      {maySuspend(moderator, person) ? (
        <PersonActs
          key={suspended?.since ?? ''}
          person={{ id: person.id, name: person.name }}
          isSuspended={suspended !== null}
        />
      ) : (
        <p>
          {person.id === moderator.id
            ? 'This is you.'
            : 'Moderators and admins can be suspended by an admin only.'}
        </p>
      )}
      <section aria-labelledby="posts">
        <h2 id="posts">Posted last</h2>
        {posts.length === 0 && <p>Nothing yet.</p>}
        <div className={styles.list}>
          {posts.map((post) => (
            <CaseView
              key={`${post.kind}-${post.id}`}
              post={post}
              moderator={moderator}
              nowMs={readAt}
              isOnPersonPage
            />
          ))}
        </div>
      </section>
    </div>
  );
};
export default PersonPage;
