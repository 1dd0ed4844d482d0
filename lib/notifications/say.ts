import type { Notification } from './notification';

type About = Pick<Notification, 'kind' | 'actor' | 'answerId' | 'isOwnQuestion' | 'isOwnAnswer'>;

const done = ({ kind, answerId, isOwnQuestion, isOwnAnswer }: About): string => {
  if (kind === 'answered') return isOwnQuestion ? 'answered your question' : 'answered';
  if (kind === 'accepted') return 'accepted your answer';
  if (answerId === null) return isOwnQuestion ? 'commented on your question' : 'commented on the question';
  return isOwnAnswer ? 'commented on your answer' : 'commented on an answer, after you did';
};

/** What happened, as a sentence without its full stop. */
export const say = (about: About): string => {
  if (about.kind === 'moderated') return 'A moderator looked after what you wrote';
  if (about.kind === 'flagResolved') return 'What you reported was looked at';
  return `${about.actor ?? 'Somebody whose account is gone'} ${done(about)}`;
};
