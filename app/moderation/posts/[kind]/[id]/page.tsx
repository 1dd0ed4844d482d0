import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { mayModerate } from '@/lib/accounts/roles';
import { requireRole } from '@/lib/accounts/require-role';
import '@/lib/courses/mdx/prose.css';
import { QueueKeys } from '@/lib/moderation/client/queue-keys';
import { listAudit } from '@/lib/moderation/list-audit';
import { readCases } from '@/lib/moderation/list-cases';
import { readRef } from '@/lib/moderation/post';
import styles from '@/lib/moderation/ui/queue.module.css';
import { AuditList } from '../../../audit/audit-list';
import { CaseView } from '../../../case-view';
import { ModerationNav } from '../../../moderation-nav';

export const metadata: Metadata = { title: 'Moderate a post', robots: { index: false } };

type Props = { params: Promise<{ kind: string; id: string }> };

const CasePage = async ({ params }: Props) => {
  const moderator = await requireRole(mayModerate);
  const { kind, id } = await params;
  const ref = readRef(kind, id);
  const [post] = ref ? await readCases([ref]) : [];
  if (!post) return notFound();
  const { lines, readAt } = await listAudit({ person: null, question: post.question.id }, null, 20);
  return (
    <div className={styles.page}>
      <ModerationNav current={null} />
      <h1>{`Moderate ${post.kind === 'answer' ? 'an answer' : `a ${post.kind}`}`}</h1>
      <QueueKeys />
      <div className={styles.list}>
        <CaseView post={post} moderator={moderator} nowMs={readAt} />
      </div>
      <section aria-labelledby="done-before">
        <h2 id="done-before">What was done in this thread</h2>
        {lines.length === 0 ? <p>Nothing yet.</p> : <AuditList lines={lines} />}
        <p className={styles.next}>
          <a href={`/moderation/audit?question=${post.question.id}`}>All of it in the audit trail</a>
        </p>
      </section>
    </div>
  );
};
export default CasePage;
