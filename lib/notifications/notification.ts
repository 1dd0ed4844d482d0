import { questionPath } from '@/lib/questions/question';

export type NotificationKind = 'answered' | 'commented' | 'accepted' | 'moderated' | 'flagResolved';

/** Something that happened in a thread, as its recipient is told. */
export type Notification = {
  id: number;
  kind: NotificationKind;
  question: { id: number; title: string };
  answerId: number | null;
  commentId: number | null;
  /** Whether its recipient can open the thread; a moderator's word may be about one that is hidden. */
  isReachable: boolean;
  isOwnQuestion: boolean;
  isOwnAnswer: boolean;
  /** Null: the account is gone, or a moderator acted. */
  actor: string | null;
  /** The beginning of what was written, or what a moderator said. */
  words: string;
  isRead: boolean;
  createdAt: Date;
};

export type ThreadGroup = { question: Notification['question']; notifications: Notification[] };

/** One group a thread, in the order of their newest; inside, newest first, as they came. */
export const groupByThread = (notifications: readonly Notification[]): ThreadGroup[] => {
  const groups = new Map<number, ThreadGroup>();
  for (const one of notifications) {
    const group = groups.get(one.question.id) ?? { question: one.question, notifications: [] };
    group.notifications.push(one);
    groups.set(one.question.id, group);
  }
  return [...groups.values()];
};

type Place = Pick<Notification, 'question' | 'answerId' | 'commentId'>;

/** The address of what a notification is about, in its thread. */
export const permalinkOf = ({ question, answerId, commentId }: Place): string => {
  const path = questionPath(question);
  if (commentId !== null) return `${path}?comment=${commentId}#comment-${commentId}`;
  return answerId === null ? path : `${path}?answer=${answerId}#answer-${answerId}`;
};
