import { RoleBadge } from '@/lib/accounts/ui/role-badge';
import { Avatar } from '@/lib/ui/avatar';
import type { Author } from '../question';
import styles from './author-line.module.css';

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

type Props = Author & { verb: string; createdAt: string; editedAt?: string | null };

/** What is said of those whose account is gone. */
export const nobody = 'deleted user';

/** Who said it, with their badge and the way to their page, and when. */
export const AuthorLine = ({ verb, authorId, author, authorRole, createdAt, editedAt }: Props) => (
  <>
    <Avatar id={authorId} name={author} /> {verb} by{' '}
    {authorId ? (
      <a className={styles.name} href={`/people/${authorId}`}>
        {author}
      </a>
    ) : (
      nobody
    )}{' '}
    <RoleBadge role={authorRole} /> on <time dateTime={createdAt}>{day.format(new Date(createdAt))}</time>
    {editedAt && (
      <>
        , edited <time dateTime={editedAt}>{day.format(new Date(editedAt))}</time>
      </>
    )}
  </>
);
