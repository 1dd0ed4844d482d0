import type { Metadata } from 'next';
import { findViewer } from '@/lib/accounts/find-viewer';
import { mayModerate } from '@/lib/accounts/roles';
import { readLessonWords } from '@/lib/courses/read-lesson-words';
import { countWaiting } from '@/lib/moderation/count-waiting';
import { lessonPlace, listPlaces } from '@/lib/questions/lesson-place';
import { listQuestions } from '@/lib/questions/list-questions';
import { askHref, placeQuery, readPlaceKey } from '@/lib/questions/place-links';
import type { QuestionSummary, Tab } from '@/lib/questions/question';
import { maxQueryLength } from '@/lib/questions/search/query';
import { searchQuestions } from '@/lib/questions/search-questions';
import { QuestionList, type Row } from '@/lib/questions/ui/question-list';
import { SignInFirst, signInHref } from '@/lib/questions/ui/sign-in-first';
import { MarkedText } from '@/lib/search/marked-text';
import buttons from '@/lib/ui/button.module.css';
import { Tabs } from '@/lib/ui/tabs';
import { NoQuestions } from './no-questions';
import styles from './questions.module.css';
import { hrefOf, readWanted, type Wanted } from './wanted';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const tabNames: readonly [Tab, string][] = [
  ['newest', 'Newest'],
  ['unanswered', 'Unanswered'],
  ['helpful', 'Most helpful'],
  ['mine', 'Mine'],
  ['following', 'Following'],
];

export const metadata: Metadata = {
  title: 'Questions',
  description: 'What learners ask about the lessons, and what others answer.',
};

/** Its place, with the module's tag leading to this very list of that module. */
const placed = (row: QuestionSummary, wanted: Wanted): Row => {
  const place = lessonPlace(row);
  const of = place.module && { module: place.module.slug, lesson: null, heading: null };
  return { ...row, place, ...(of && { moduleHref: hrefOf(wanted, of) }) };
};

const find = async (wanted: Wanted, viewerId: string | null) => {
  if (wanted.query === '') {
    const { questions, next } = await listQuestions({ ...wanted, viewerId });
    return { rows: questions.map((row) => placed(row, wanted)), next, isCorrected: false };
  }
  const { found, next, isCorrected } = await searchQuestions(
    wanted.query,
    wanted.after,
    wanted.lessons,
    undefined,
    wanted.heading,
  );
  const rows = found.map(({ markedTitle, passage, ...row }): Row => ({
    ...placed(row, wanted),
    heading: <MarkedText parts={markedTitle} />,
    passage: <MarkedText parts={passage} />,
  }));
  return { rows, next, isCorrected };
};

const QuestionsPage = async ({ searchParams }: Props) => {
  const wanted = readWanted(await searchParams);
  const viewer = await findViewer();
  const { rows, next, isCorrected } = await find(wanted, viewer?.id ?? null);
  const waiting = mayModerate(viewer) ? await countWaiting() : null;
  const { tab, query, module, lesson, heading } = wanted;
  const key = lesson === null ? null : readPlaceKey(lesson);
  const place = key && lessonPlace(key);
  const part = key && heading ? ((await readLessonWords(key))?.headings.get(heading) ?? heading) : null;
  const ask = key ? askHref({ ...key, heading }) : '/questions/ask';
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h1>Questions</h1>
        {viewer && (
          <a className={buttons.primary} href={ask}>
            Ask a question
          </a>
        )}
      </div>
      {!viewer && <SignInFirst href={signInHref(hrefOf(wanted, {}))} />}
      {waiting !== null && (
        <p className={styles.said}>
          <a href="/moderation">Moderation</a>: {waiting === 0 ? 'nothing waits' : `${waiting} waiting`}
        </p>
      )}
      {place && (
        <p className={styles.said}>
          {part === null ? 'On ' : `On “${part}” in `}
          {place.href ? <a href={place.href}>{place.title}</a> : place.title}.{' '}
          {part !== null && (
            <>
              <a href={hrefOf(wanted, { heading: null })}>Show those on the whole lesson</a> or{' '}
            </>
          )}
          <a href={hrefOf(wanted, { lesson: null, heading: null })}>Show all questions</a>
        </p>
      )}
      <form className={styles.filter} role="search" action="/questions">
        <label className="visually-hidden" htmlFor="questions-q">
          Search questions
        </label>
        <input
          id="questions-q"
          name="q"
          type="search"
          placeholder="Search questions"
          defaultValue={query}
          maxLength={maxQueryLength}
          autoComplete="off"
        />
        {key ? (
          Object.entries(placeQuery({ ...key, heading })).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))
        ) : (
          <>
            <label className="visually-hidden" htmlFor="module">
              Module
            </label>
            <select id="module" name="module" defaultValue={module ?? ''}>
              <option value="">All modules</option>
              {listPlaces().map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </select>
          </>
        )}
        {tab !== 'newest' && <input type="hidden" name="tab" value={tab} />}
        <button className={buttons.secondary}>Show</button>
      </form>
      {query === '' && (
        <Tabs
          label="Which questions"
          tabs={tabNames.map(([name, words]) => ({
            href: hrefOf(wanted, { tab: name }),
            words,
            isCurrent: name === tab,
          }))}
        />
      )}
      {isCorrected && (
        <p className={styles.said}>
          Nothing has these very words; these come close to what may have been meant.
        </p>
      )}
      {rows.length > 0 ? (
        <QuestionList rows={rows} />
      ) : (
        <NoQuestions wanted={wanted} isSignedIn={viewer !== null} askHref={ask} />
      )}
      {next && (
        <p className={styles.next}>
          <a href={hrefOf(wanted, { after: next })} rel="next">
            More questions
          </a>
        </p>
      )}
    </div>
  );
};
export default QuestionsPage;
