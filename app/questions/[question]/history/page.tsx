import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findViewer } from '@/lib/accounts/find-viewer';
import { findHistory, type History } from '@/lib/questions/find-history';
import { questionPath, readId } from '@/lib/questions/question';
import { ChangeView } from '@/lib/questions/ui/change-view';
import history from '@/lib/questions/ui/history.module.css';
import styles from '@/lib/questions/ui/thread.module.css';
import { PairForm } from './pair-form';
import { VersionList } from './version-list';

export const metadata: Metadata = { title: 'History', robots: { index: false } };

type Props = {
  params: Promise<{ question: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const backOf = ({ question, answer }: History) =>
  answer === null ? questionPath(question) : `${questionPath(question)}?answer=${answer}#answer-${answer}`;

const Compared = ({ compared }: { compared: NonNullable<History['compared']> }) => (
  <section aria-labelledby="compared">
    <h2 id="compared">
      From version {compared.from} to version {compared.to}
    </h2>
    <p className={history.legend}>
      <span>
        <del className={history.removed}>struck through</del>: removed
      </span>
      <span>
        <ins className={history.added}>underlined</ins>: added
      </span>
    </p>
    {compared.title && (
      <p className={history.title}>
        <ChangeView changes={compared.title} />
      </p>
    )}
    <div className={history.body}>
      {compared.body.length === 0 ? 'No details in either.' : <ChangeView changes={compared.body} />}
    </div>
  </section>
);

const HistoryPage = async ({ params, searchParams }: Props) => {
  const [{ question }, asked, viewer] = await Promise.all([params, searchParams, findViewer()]);
  const read = (name: string) => {
    const value = asked[name];
    return typeof value === 'string' ? readId(value) : null;
  };
  const id = readId(question);
  const answer = asked.answer === undefined ? null : read('answer');
  // An answer that is named wrongly is not the question.
  if (id === null || (asked.answer !== undefined && answer === null)) return notFound();
  const wanted = { from: read('from'), to: read('to'), before: read('before') };
  const found = await findHistory(id, answer, viewer?.id ?? null, wanted);
  if (!found) return notFound();
  const { compared } = found;
  return (
    <div className={styles.page}>
      <p className={styles.crumb}>
        <a href="/questions">Questions</a> › <a href={backOf(found)}>{found.question.title}</a>
      </p>
      <h1>{answer === null ? 'History of this question' : 'History of an answer'}</h1>
      {compared === null ? (
        <p>It was never edited: what it says is what its author first wrote.</p>
      ) : (
        <>
          <PairForm history={found} pair={compared} />
          <Compared compared={compared} />
        </>
      )}
      <section aria-labelledby="versions" className={styles.answers}>
        <h2 id="versions">{found.current === 1 ? '1 version' : `${found.current} versions`}</h2>
        <VersionList history={found} />
      </section>
    </div>
  );
};
export default HistoryPage;
