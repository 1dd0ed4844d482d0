import type { Metadata } from 'next';
import { notFound, permanentRedirect, redirect } from 'next/navigation';
import { cache } from 'react';
import { findViewer } from '@/lib/accounts/find-viewer';
import { mayModerate } from '@/lib/accounts/roles';
import '@/lib/courses/mdx/prose.css';
import { mayJudge } from '@/lib/questions/about/may-judge';
import { AnswerForm, KeptAnswer } from '@/lib/questions/client/answer-form';
import { findMergedInto } from '@/lib/questions/find-merged-into';
import { findThread } from '@/lib/questions/find-thread';
import { findThreadToken } from '@/lib/questions/find-thread-token';
import { lessonPlace } from '@/lib/questions/lesson-place';
import { questionPath, readId } from '@/lib/questions/question';
import { ModuleLink } from '@/lib/questions/ui/module-link';
import { SignInFirst, signInHref } from '@/lib/questions/ui/sign-in-first';
import styles from '@/lib/questions/ui/thread.module.css';
import { AnswerView } from './answer-view';
import { AskedAbout } from './asked-about';
import { FollowQuestion } from './follow-question';
import { LiveParts } from './live-parts';
import { LockNote } from './lock-note';
import { MergedQuestions } from './merged-questions';
import { QuestionView } from './question-view';

type Props = {
  params: Promise<{ question: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Once a request: the title and the page ask for the same. */
const findOnce = cache(async (question: string, after: string, answer: string, comment: string) => {
  const id = readId(question);
  const [viewer, token] = await Promise.all([findViewer(), id === null ? '' : findThreadToken(id)]);
  const wanted = { after, answer: readId(answer), comment: readId(comment) };
  const thread = id === null ? null : await findThread(id, viewer?.id ?? null, wanted);
  return (
    thread && {
      thread,
      token,
      viewer,
      isCanonical: `/questions/${question}` === questionPath(thread.question),
    }
  );
});

const textOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

const find = async ({ params, searchParams }: Props) => {
  const [{ question }, { after, answer, comment }] = await Promise.all([params, searchParams]);
  return findOnce(question, textOf(after), textOf(answer), textOf(comment));
};

/** Under the title of today, with what the link asked for: links to answers and comments outlive titles. */
const currentHref = async (path: string, searchParams: Props['searchParams']) => {
  const { after, answer, comment } = await searchParams;
  const asked = Object.entries({ after: textOf(after), answer: textOf(answer), comment: textOf(comment) });
  const query = new URLSearchParams(asked.filter(([, value]) => value !== ''));
  return query.size > 0 ? `${path}?${query}` : path;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await find(props);
  if (!found) return {};
  const { question } = found.thread;
  return {
    title: question.title,
    alternates: { canonical: questionPath(question) },
    robots: { index: !question.isDeleted && !question.hidden },
  };
};

/** A question that was merged into another leads there for good, and so do the addresses of its answers. */
const findMerged = async ({ params, searchParams }: Props): Promise<string | null> => {
  const [{ question }, { answer }] = await Promise.all([params, searchParams]);
  const id = readId(question);
  const into = id === null ? null : await findMergedInto(id);
  const named = typeof answer === 'string' ? readId(answer) : null;
  return into && (named === null ? into : `${into}?answer=${named}`);
};

const leaveTo = (path: string | null) => (path === null ? notFound() : permanentRedirect(path));

const ThreadPage = async (props: Props) => {
  const found = await find(props);
  if (!found) return leaveTo(await findMerged(props));
  const { thread, token, viewer, isCanonical } = found;
  const { question, answers, comments, merged, next } = thread;
  const moderates = mayModerate(viewer);
  const path = questionPath(question);
  // Titles change back, too, so no browser may remember the way.
  if (!isCanonical) return redirect(await currentHref(path, props.searchParams));
  const place = lessonPlace(question);
  const signIn = viewer ? null : signInHref(path);
  const count = question.answerCount;
  return (
    <div className={styles.page}>
      <p className={styles.crumb}>
        <a href="/questions">Questions</a> on{' '}
        {place.href ? <a href={place.href}>{place.title}</a> : place.title}
        {place.module && (
          <>
            {' '}
            <ModuleLink tag={place.module} />
          </>
        )}
      </p>
      <h1>{question.title}</h1>
      {question.locked && <LockNote because={question.locked.because} />}
      {question.about && (
        <AskedAbout
          question={question.id}
          about={question.about}
          lesson={place.href}
          canJudge={viewer !== null && !question.isDeleted && mayJudge(viewer.role, question.isMine)}
        />
      )}
      <QuestionView question={question} comments={comments} signIn={signIn} moderates={moderates} />
      {viewer && !question.isDeleted && !question.hidden && (
        <FollowQuestion question={question.id} viewerId={viewer.id} />
      )}
      <MergedQuestions merged={merged} moderates={moderates} path={path} />
      <section className={styles.answers} aria-labelledby="answers">
        <h2 id="answers">{count === 0 ? 'No answer yet' : count === 1 ? '1 answer' : `${count} answers`}</h2>
        {answers.map((answer) => (
          <AnswerView
            key={answer.id}
            answer={answer}
            question={question}
            comments={comments.filter((comment) => comment.answerId === answer.id)}
            signIn={signIn}
            moderates={moderates}
          />
        ))}
        {next && (
          <p className={styles.more}>
            <a href={`${path}?after=${next}`} rel="next">
              More answers
            </a>
          </p>
        )}
      </section>
      {!question.isDeleted && !question.hidden && !question.locked && (
        <section className={styles.yours} aria-labelledby="yours">
          <h2 id="yours">{question.isMine ? 'Answer it yourself' : 'Do you know?'}</h2>
          {signIn ? <SignInFirst href={signIn} /> : <AnswerForm question={question.id} path={path} />}
        </section>
      )}
      {question.locked && viewer && <KeptAnswer question={question.id} />}
      <LiveParts question={question} answers={answers} token={token} viewerId={viewer?.id ?? null} />
    </div>
  );
};
export default ThreadPage;
