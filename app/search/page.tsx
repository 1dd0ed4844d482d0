import type { Metadata } from 'next';
import { lessonPlace } from '@/lib/questions/lesson-place';
import { questionPath } from '@/lib/questions/question';
import { searchQuestions } from '@/lib/questions/search-questions';
import { kindWords } from '@/lib/search/kind-words';
import { MarkedText } from '@/lib/search/marked-text';
import { maxQueryLength } from '@/lib/search/search-index';
import { searchSite } from '@/lib/search/search-site';
import buttons from '@/lib/ui/button.module.css';
import styles from './search.module.css';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const limit = 40;
const mostQuestions = 5;

const readQuery = async ({ searchParams }: Props) => {
  const { q } = await searchParams;
  return (typeof q === 'string' ? q : '').slice(0, maxQueryLength);
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const query = await readQuery(props);
  return { title: query === '' ? 'Search' : `Search: ${query}`, robots: { index: false } };
};

const SearchPage = async (props: Props) => {
  const query = await readQuery(props);
  const [results, { found: questions }] = await Promise.all([
    searchSite(query, limit),
    searchQuestions(query, null, null, mostQuestions),
  ]);
  const isAsked = query.trim() !== '';
  return (
    <div className={styles.page}>
      <h1>Search</h1>
      <form className={styles.form} role="search">
        <label className="visually-hidden" htmlFor="q">
          Search lessons, questions, labs and terms
        </label>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={query}
          maxLength={maxQueryLength}
          autoComplete="off"
        />
        <button className={buttons.primary}>Search</button>
      </form>
      {isAsked && results.length + questions.length === 0 && (
        <p>
          Nothing has these words. Try fewer, or the beginning of one; or look through{' '}
          <a href="/courses/system-design-mastery">the course</a> and <a href="/glossary">the glossary</a>.
        </p>
      )}
      {results.length > 0 && (
        <p className={styles.count}>
          {results.length === limit ? `The best ${limit} places` : `${results.length} found`}
        </p>
      )}
      <ol className={styles.results}>
        {results.map(({ href, kind, place, title, passage }) => (
          <li key={href}>
            <a href={href}>
              <MarkedText parts={title} />
            </a>
            <span className={styles.kind}>
              {kindWords[kind]}
              {place && place !== kindWords[kind] ? ` · ${place}` : ''}
            </span>
            <p>
              <MarkedText parts={passage} />
            </p>
          </li>
        ))}
      </ol>
      {questions.length > 0 && (
        <section aria-labelledby="questions">
          <h2 id="questions">Questions of learners</h2>
          <ol className={styles.results}>
            {questions.map((question) => (
              <li key={question.id}>
                <a href={questionPath(question)}>
                  <MarkedText parts={question.markedTitle} />
                </a>
                <span className={styles.kind}>
                  {question.isSolved ? 'Question, solved' : 'Question'} · {lessonPlace(question).title}
                </span>
                <p>
                  <MarkedText parts={question.passage} />
                </p>
              </li>
            ))}
          </ol>
          <p>
            <a href={`/questions?q=${encodeURIComponent(query)}`}>Search all questions</a>
          </p>
        </section>
      )}
    </div>
  );
};
export default SearchPage;
