const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

type Props = { verb: string; author: string | null; createdAt: string; editedAt?: string | null };

/** Who said it, and when. */
export const AuthorLine = ({ verb, author, createdAt, editedAt }: Props) => (
  <>
    {verb} by {author ?? 'a deleted account'} on{' '}
    <time dateTime={createdAt}>{day.format(new Date(createdAt))}</time>
    {editedAt && (
      <>
        , edited <time dateTime={editedAt}>{day.format(new Date(editedAt))}</time>
      </>
    )}
  </>
);
