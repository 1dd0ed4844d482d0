import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { askQuestion } from '@/lib/questions/ask-question';
import type { AskForm } from '@/lib/questions/forms';
import type { Actor } from '@/lib/questions/take-turn';
import { valueOf } from './outcomes';

export const askedLesson = { course: 'system-design-mastery', lesson: 'load-balancers-layer-4-vs-layer-7' };

export const newQuestion = (change: Partial<AskForm> = {}): AskForm => ({
  ...askedLesson,
  heading: null,
  passage: null,
  run: null,
  title: 'Why does the balancer end the connection?',
  body: 'It *answers* 502.',
  submission: randomUUID(),
  ...change,
});

/** Asks, and gives the question's id. */
export const ask = async (actor: Actor, change?: Partial<AskForm>) =>
  valueOf(await askQuestion(actor, newQuestion(change))).id;

/** Answers, and gives the answer's id. */
export const answer = async (actor: Actor, question: number, body = 'Because it speaks HTTP.') =>
  valueOf(await answerQuestion(actor, question, { body, submission: randomUUID() })).id;

/** Comments on the question or on an answer of it, and gives the comment's id. */
export const comment = async (
  actor: Actor,
  question: number,
  about: number | null = null,
  body = 'Which version?',
) => valueOf(await addComment(actor, question, { answer: about, body, submission: randomUUID() })).id;

/** Hides a post as what decides about it does, or shows it again (null). */
export const hide = (
  kind: 'answer' | 'comment' | 'question',
  id: number,
  because: 'held' | 'moderated' | null,
) => {
  const data = { hiddenAt: because && new Date(), hiddenBecause: because };
  if (kind === 'answer') return db().answer.update({ where: { id }, data });
  return kind === 'comment'
    ? db().comment.update({ where: { id }, data })
    : db().question.update({ where: { id }, data });
};
