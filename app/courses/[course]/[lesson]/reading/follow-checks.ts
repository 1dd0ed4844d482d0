import { checkEvent } from '@/lib/courses/enhance/check-event';
import { timeAfter } from '@/lib/progress/progress';
import { follow, type Reading } from './reading';

const readDetail = (event: Event) => {
  const detail: unknown = event instanceof CustomEvent ? event.detail : null;
  if (typeof detail !== 'object' || detail === null) return null;
  const [question, right]: unknown[] = [Reflect.get(detail, 'question'), Reflect.get(detail, 'right')];
  return typeof question === 'string' && typeof right === 'boolean' ? { question, right } : null;
};

/** Records how checks are answered. With the last one that was open answered right, the lesson counts as read. */
export const followChecks = ({ lesson, session, signal }: Reading, markRead: () => void) =>
  follow(signal, [checkEvent], (event) => {
    const answer = readDetail(event);
    if (answer === null) return;
    const key = `${lesson}/${answer.question}`;
    const before = session.current().checks[key];
    void session.record({ checks: { [key]: { right: answer.right, at: timeAfter(before?.at) } } });
    const { checks } = session.current();
    const onPage = [...document.querySelectorAll('[data-check]')];
    const isComplete = onPage.every((check) => checks[`${lesson}/${check.id}`]?.right);
    if (answer.right && !before?.right && onPage.length > 0 && isComplete) markRead();
  });
