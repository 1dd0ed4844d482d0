import type { Metadata } from 'next';
import { findViewer } from '@/lib/accounts/find-viewer';
import { readLessonWords } from '@/lib/courses/read-lesson-words';
import '@/lib/courses/mdx/prose.css';
import { findRunRecord } from '@/lib/labs/find-run-record';
import { headingPattern } from '@/lib/progress/progress';
import { AskForm } from '@/lib/questions/client/ask-form';
import { handedParameter } from '@/lib/questions/client/hand-over';
import type { Arrival } from '@/lib/questions/client/use-ask-draft';
import { listPlaces } from '@/lib/questions/lesson-place';
import { labCourse, placeQuery, readPlaceKey, withQuery } from '@/lib/questions/place-links';
import { SignInFirst, signInHref } from '@/lib/questions/ui/sign-in-first';
import styles from '../questions.module.css';

export const metadata: Metadata = { title: 'Ask a question', robots: { index: false } };

type Asked = Record<string, string | string[] | undefined>;
type Props = { searchParams: Promise<Asked> };

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** A run of the viewer's own, with its lab; anybody else's is as good as none. */
const findRun = async (id: string, viewerId: string) => {
  const run = id === '' ? null : await findRunRecord(id, viewerId);
  return (
    run && { lab: `${labCourse}/${run.scenario}`, title: `“${run.title}” of ${day.format(run.createdAt)}` }
  );
};

const readAsked = (asked: Asked) => {
  const read = (name: string) => {
    const value = asked[name];
    return typeof value === 'string' ? value : '';
  };
  const key = read('lab') ? `${labCourse}/${read('lab')}` : read('lesson');
  const heading = headingPattern.test(read('heading')) ? read('heading') : '';
  return { key, heading, run: read('run'), isQuoting: read(handedParameter) !== '' };
};

const AskPage = async ({ searchParams }: Props) => {
  const { key, heading, run, isQuoting } = readAsked(await searchParams);
  const viewer = await findViewer();
  const places = listPlaces();
  const own = viewer && (await findRun(run, viewer.id));
  const known = places.flatMap((place) => place.lessons).find((place) => place.key === (own?.lab ?? key));
  const place = readPlaceKey(known?.key ?? '');
  const isLesson = known !== undefined && place.course !== labCourse;
  const headings = isLesson && heading ? (await readLessonWords(place))?.headings : undefined;
  const arrival: Arrival = {
    lesson: known?.key ?? '',
    heading: isLesson ? heading : '',
    headingTitle: headings?.get(heading) ?? '',
    run: own ? run : '',
    runTitle: own?.title ?? '',
    isQuoting: isLesson && isQuoting,
  };
  const back = new URLSearchParams({
    ...(known && placeQuery({ ...place, heading: arrival.heading })),
    ...(run && { run }),
    ...(arrival.isQuoting && { [handedParameter]: '1' }),
  });
  return (
    <div className={`${styles.page} ${styles.narrow}`}>
      <h1>Ask a question</h1>
      <p className={styles.lead}>
        Questions and answers are public and carry your name. Do not paste secrets of your employer.
      </p>
      {viewer ? (
        <AskForm places={places} arrival={arrival} />
      ) : (
        <SignInFirst href={signInHref(withQuery('/questions/ask', back))} />
      )}
    </div>
  );
};
export default AskPage;
