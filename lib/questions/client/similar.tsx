'use client';

import { useEffect, useState } from 'react';
import styles from '../ui/form.module.css';
import { isTrueAt, listAt, numberAt, send, textAt } from './send';

type Found = { href: string; title: string; about: string };

const pauseMs = 400;

const readFound = (value: unknown): { questions: Found[]; lessons: Found[] } => {
  const read = (raw: unknown, about: string): Found[] => {
    const [href, title] = [textAt(raw, 'href'), textAt(raw, 'title')];
    return href && title ? [{ href, title, about }] : [];
  };
  const answered = (raw: unknown) => {
    if (isTrueAt(raw, 'isSolved')) return 'solved';
    const count = numberAt(raw, 'answerCount') ?? 0;
    return count === 0 ? 'no answer yet' : count === 1 ? '1 answer' : `${count} answers`;
  };
  return {
    questions: listAt(value, 'questions').flatMap((raw) => read(raw, answered(raw))),
    lessons: listAt(value, 'lessons').flatMap((raw) => read(raw, textAt(raw, 'place') ?? 'Lesson')),
  };
};

const List = ({ of }: { of: readonly Found[] }) => (
  <ul>
    {of.map(({ href, title, about }) => (
      <li key={href}>
        <a href={href} target="_blank" rel="noopener">
          {title}
          <span className="visually-hidden"> (opens in a new tab)</span>
        </a>{' '}
        <span className={styles.hint}>{about}</span>
      </li>
    ))}
  </ul>
);

/** What may already answer a question whose title is being typed. Opens beside the form, so that nothing typed is left. */
export const Similar = ({ title }: { title: string }) => {
  const [found, setFound] = useState<ReturnType<typeof readFound>>({ questions: [], lessons: [] });
  // A draft that comes back is not being typed: nothing may move under a hand that is about to post it.
  const [atFirst] = useState(title);
  const isLongEnough = title !== atFirst && title.trim().length >= 10;
  useEffect(() => {
    if (!isLongEnough) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await send('GET', `/api/questions/similar?title=${encodeURIComponent(title)}`);
      if (isCurrent && answer.ok) setFound(readFound(answer.value));
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [title, isLongEnough]);
  const { questions, lessons } = found;
  const isShown = isLongEnough && questions.length + lessons.length > 0;
  return (
    <div role="status">
      {isShown && (
        <div className={styles.similar}>
          {questions.length > 0 && (
            <>
              <p className={styles.legend}>Asked before, perhaps</p>
              <List of={questions} />
            </>
          )}
          {lessons.length > 0 && (
            <>
              <p className={styles.legend}>The lessons say</p>
              <List of={lessons} />
            </>
          )}
        </div>
      )}
    </div>
  );
};
