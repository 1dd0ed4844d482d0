import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findPerson } from '@/lib/accounts/find-person';
import { findViewer } from '@/lib/accounts/find-viewer';
import { mayAdminister } from '@/lib/accounts/roles';
import { PersonHead } from './person-head';
import { PersonPosts } from './person-posts';
import styles from './person.module.css';
import { RoleSection } from './role-section';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Once a request: the title and the page ask for the same. */
const find = cache(findPerson);

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const person = await find((await params).id);
  if (!person) return {};
  return {
    title: person.name,
    description: `What ${person.name} asks and answers.`,
    alternates: { canonical: `/people/${person.id}` },
    robots: { index: !person.isGuest },
  };
};

const PersonPage = async ({ params, searchParams }: Props) => {
  const [person, viewer, { tab, after }] = await Promise.all([
    params.then(({ id }) => find(id)),
    findViewer(),
    searchParams,
  ]);
  if (!person) return notFound();
  const isMine = viewer?.id === person.id;
  return (
    <div className={styles.page}>
      <PersonHead person={person} isMine={isMine} />
      {mayAdminister(viewer) && !isMine && !person.isGuest && <RoleSection person={person} />}
      <PersonPosts
        id={person.id}
        tab={tab === 'answers' ? 'answers' : 'questions'}
        after={typeof after === 'string' ? after : null}
      />
    </div>
  );
};
export default PersonPage;
