import type { ReactNode } from 'react';
import styles from '../ui/lesson-questions.module.css';
import { QuestionList, type Row } from '../ui/question-list';
import { SignInFirst, signInHref } from '../ui/sign-in-first';
import { roles } from '@/lib/accounts/roles';
import { isTrueAt, listAt, numberAt, send, textAt } from './send';

const readRow = (raw: unknown): Row[] => {
  const [id, title, createdAt] = [numberAt(raw, 'id'), textAt(raw, 'title'), textAt(raw, 'createdAt')];
  if (id === null || title === null || createdAt === null) return [];
  return [
    {
      id,
      title,
      createdAt,
      course: textAt(raw, 'course') ?? '',
      lesson: textAt(raw, 'lesson') ?? '',
      authorId: textAt(raw, 'authorId'),
      author: textAt(raw, 'author'),
      authorRole: roles.find((role) => role === textAt(raw, 'authorRole')) ?? null,
      votes: numberAt(raw, 'votes') ?? 0,
      answerCount: numberAt(raw, 'answerCount') ?? 0,
      isSolved: isTrueAt(raw, 'isSolved'),
      isDeleted: false,
      hidden: null,
    },
  ];
};

/** Reads the questions of a lesson (`course/lesson`) and makes the section's inside of them. */
export const loadLessonQuestions = async (lesson: string): Promise<ReactNode> => {
  const answer = await send('GET', `/api/questions?lesson=${lesson}`);
  const ask = `/questions/ask?lesson=${lesson}`;
  const all = `/questions?lesson=${lesson}`;
  if (!answer.ok)
    return (
      <>
        <h2>Questions on this lesson</h2>
        <p>
          They did not load. <a href={all}>Open them on their own page</a>
        </p>
      </>
    );
  const rows = listAt(answer.value, 'questions').flatMap(readRow);
  const total = numberAt(answer.value, 'total') ?? rows.length;
  const isSignedIn = isTrueAt(answer.value, 'isSignedIn');
  return (
    <>
      <h2>
        Questions on this lesson <span className={styles.count}>{total >= 1000 ? 'over 1,000' : total}</span>
      </h2>
      {rows.length === 0 ? (
        <p>
          Nobody has asked about this lesson yet. Be the first to ask: what is unclear to you is unclear to
          others.
        </p>
      ) : (
        <QuestionList rows={rows} />
      )}
      <div className={styles.ways}>
        {isSignedIn ? <a href={ask}>Ask a question</a> : <SignInFirst href={signInHref(ask)} />}
        {total > rows.length && <a href={all}>All questions on this lesson</a>}
      </div>
    </>
  );
};
