import type { Metadata } from 'next';
import { findViewer } from '@/lib/accounts/find-viewer';
import '@/lib/courses/mdx/prose.css';
import { headingPattern } from '@/lib/progress/progress';
import { AskForm } from '@/lib/questions/client/ask-form';
import { listPlaces } from '@/lib/questions/lesson-place';
import { SignInFirst, signInHref } from '@/lib/questions/ui/sign-in-first';
import styles from '../questions.module.css';

export const metadata: Metadata = { title: 'Ask a question', robots: { index: false } };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const AskPage = async ({ searchParams }: Props) => {
  const { lesson, heading } = await searchParams;
  const viewer = await findViewer();
  const places = listPlaces();
  const known = places.flatMap((place) => place.lessons).find(({ key }) => key === lesson);
  const anchor = typeof heading === 'string' && headingPattern.test(heading) ? heading : null;
  const query = new URLSearchParams({
    ...(known && { lesson: known.key }),
    ...(anchor && { heading: anchor }),
  });
  return (
    <div className={`${styles.page} ${styles.narrow}`}>
      <h1>Ask a question</h1>
      <p className={styles.lead}>
        Questions and answers are public and carry your name. Do not paste secrets of your employer.
      </p>
      {viewer ? (
        <AskForm places={places} lesson={known?.key ?? ''} heading={known ? anchor : null} />
      ) : (
        <SignInFirst href={signInHref(`/questions/ask?${query}`)} />
      )}
    </div>
  );
};
export default AskPage;
