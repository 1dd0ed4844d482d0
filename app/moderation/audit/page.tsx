import type { Metadata } from 'next';
import { z } from 'zod';
import { mayModerate } from '@/lib/accounts/roles';
import { requireRole } from '@/lib/accounts/require-role';
import { findPerson } from '@/lib/moderation/find-person';
import { listAudit } from '@/lib/moderation/list-audit';
import styles from '@/lib/moderation/ui/queue.module.css';
import { readId } from '@/lib/questions/question';
import buttons from '@/lib/ui/button.module.css';
import { ModerationNav } from '../moderation-nav';
import { AuditList } from './audit-list';

export const metadata: Metadata = { title: 'Audit trail', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A person by id, as links name them, or by name, as people do. */
const readPerson = (text: string) => {
  if (text === '') return null;
  return z.uuid().safeParse(text).success ? { id: text } : { name: text.slice(0, 60) };
};

const readQuestion = (text: string) => readId(/questions\/([^?#]+)/.exec(text)?.[1] ?? text);

const AuditPage = async ({ searchParams }: Props) => {
  await requireRole(mayModerate);
  const asked = await searchParams;
  const read = (name: string) => {
    const value = asked[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const person = readPerson(read('person'));
  const question = readQuestion(read('question'));
  const { lines, next } = await listAudit({ person, question }, readId(read('before')));
  const named = person && 'id' in person ? (await findPerson(person.id))?.person.name : null;
  const isFiltered = person !== null || question !== null;
  const more = new URLSearchParams({
    ...(person && { person: read('person') }),
    ...(question !== null && { question: String(question) }),
    before: String(next),
  });
  return (
    <div className={styles.page}>
      <ModerationNav current="/moderation/audit" />
      <h1>Audit trail</h1>
      <p className={styles.counts}>
        Everything that moderators and admins did, newest first. Nothing in it can be changed or removed.
      </p>
      <form className={styles.filter} action="/moderation/audit" role="search">
        <label>
          Person, by name
          <input name="person" defaultValue={named ?? read('person')} maxLength={60} autoComplete="off" />
        </label>
        <label>
          Question, by number or address
          <input name="question" defaultValue={question ?? ''} maxLength={200} autoComplete="off" />
        </label>
        <button className={buttons.secondary}>Show</button>
        {isFiltered && <a href="/moderation/audit">Show everything</a>}
      </form>
      {lines.length === 0 ? (
        <p>{isFiltered ? 'Nothing was done that fits.' : 'Nothing was done yet.'}</p>
      ) : (
        <AuditList lines={lines} />
      )}
      {next !== null && (
        <p className={styles.next}>
          <a href={`/moderation/audit?${more}`} rel="next">
            Older entries
          </a>
        </p>
      )}
    </div>
  );
};
export default AuditPage;
