import type { Person } from '@/lib/accounts/find-person';
import { RoleBadge } from '@/lib/accounts/ui/role-badge';
import { countPostsBy } from '@/lib/questions/list-by-author';
import { Avatar } from '@/lib/ui/avatar';
import styles from './person.module.css';

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

type Props = { person: Person; isMine: boolean };

/** Who it is. */
export const PersonHead = async ({ person, isMine }: Props) => {
  const { questions, answers, accepted } = await countPostsBy(person.id);
  return (
    <header>
      <div className={styles.who}>
        <Avatar id={person.id} name={person.name} size="large" />
        <div>
          <h1>{person.name}</h1>
          <p className={styles.since}>
            <RoleBadge role={person.role} /> {person.isGuest ? 'Guest' : 'Member'} since{' '}
            {month.format(person.createdAt)}
          </p>
        </div>
      </div>
      {person.about && <p className={styles.about}>{person.about}</p>}
      <dl className={styles.counts}>
        <div>
          <dt>Questions</dt>
          <dd>{questions}</dd>
        </div>
        <div>
          <dt>Answers</dt>
          <dd>{answers}</dd>
        </div>
        <div>
          <dt>Accepted answers</dt>
          <dd>{accepted}</dd>
        </div>
      </dl>
      {isMine && (
        <p className={styles.mine}>
          This is what others see of you. <a href="/account">Change it on your account page</a>
        </p>
      )}
    </header>
  );
};
