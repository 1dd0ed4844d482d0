import type { Metadata } from 'next';
import { findViewer } from '@/lib/accounts/find-viewer';
import { mayModerate } from '@/lib/accounts/roles';
import { countWaiting } from '@/lib/moderation/count-waiting';
import { lessonPlace, listPlaces } from '@/lib/questions/lesson-place';
import { listQuestions } from '@/lib/questions/list-questions';
import type { Tab } from '@/lib/questions/question';
import { maxQueryLength } from '@/lib/questions/search/query';
import { searchQuestions } from '@/lib/questions/search-questions';
import { QuestionList, type Row } from '@/lib/questions/ui/question-list';
import { SignInFirst, signInHref } from '@/lib/questions/ui/sign-in-first';
import { MarkedText } from '@/lib/search/marked-text';
import buttons from '@/lib/ui/button.module.css';
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

const find = async (wanted: Wanted, viewerId: string | null) => {
  if (wanted.query === '') {
    const { questions, next } = await listQuestions({ ...wanted, viewerId });
    const rows = questions.map((row): Row => ({ ...row, place: lessonPlace(row).title }));
    return { rows, next, isCorrected: false };
  }
  const { found, next, isCorrected } = await searchQuestions(wanted.query, wanted.after, wanted.lessons);
  const rows = found.map(({ markedTitle, passage, ...row }): Row => ({
    ...row,
    place: lessonPlace(row).title,
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
  const { tab, query, module, lesson } = wanted;
  const place = wanted.lessons && lesson ? lessonPlace(wanted.lessons[0] ?? { course: '', lesson }) : null;
  const askHref = lesson ? `/questions/ask?lesson=${lesson}` : '/questions/ask';
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h1>Questions</h1>
        {viewer && (
          <a className={buttons.primary} href={askHref}>
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
          On {place.href ? <a href={place.href}>{place.title}</a> : place.title}.{' '}
          <a href={hrefOf(wanted, { lesson: null })}>Show those on all lessons</a>
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
        {lesson ? (
          <input type="hidden" name="lesson" value={lesson} />
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
        <nav className={styles.tabs} aria-label="Which questions">
          <ul>
            {tabNames.map(([name, words]) => (
              <li key={name}>
                <a href={hrefOf(wanted, { tab: name })} aria-current={name === tab ? 'page' : undefined}>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {isCorrected && (
        <p className={styles.said}>
          Nothing has these very words; these come close to what may have been meant.
        </p>
      )}
      {rows.length > 0 ? (
        <QuestionList rows={rows} />
      ) : (
        <NoQuestions wanted={wanted} isSignedIn={viewer !== null} askHref={askHref} />
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
