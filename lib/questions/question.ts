import type { Role } from '@/lib/accounts/roles';

/** Sizes of what people write. The forms, the handlers and the words about them read these. */
export const sizes = {
  titleLeast: 10,
  title: 150,
  bodyLeast: 1,
  body: 20_000,
  comment: 1000,
  passage: 1000,
} as const;

export const tabs = ['newest', 'unanswered', 'helpful', 'mine', 'following'] as const;
export type Tab = (typeof tabs)[number];

/** `course/lesson` apart. */
export type LessonKey = { course: string; lesson: string };

/** Who wrote something: id, name and role; all null when the account is gone. */
export type Author = { authorId: string | null; author: string | null; authorRole: Role | null };

/** Why others do not see a post: it waits for a moderator, a moderator hid it, or it was merged into another question. */
export type HiddenBecause = 'held' | 'moderated' | 'merged';
/** `words`: what its author is told about that. */
export type Hidden = { because: HiddenBecause; words: string };

/** A question as lists show it. Times are ISO texts, since they cross to the browser. */
export type QuestionSummary = LessonKey & {
  id: number;
  title: string;
  /** Who asked, as in `Author`. */
  authorId: string | null;
  author: string | null;
  authorRole: Role | null;
  votes: number;
  answerCount: number;
  isSolved: boolean;
  isDeleted: boolean;
  hidden: HiddenBecause | null;
  createdAt: string;
};

/** What a question and an answer have in common on the page of a thread. */
export type Post = Author & {
  id: number;
  isMine: boolean;
  /** Safe HTML out of the author's Markdown. */
  html: string;
  version: number;
  votes: number;
  isVoted: boolean;
  isDeleted: boolean;
  hidden: Hidden | null;
  createdAt: string;
  editedAt: string | null;
};

export type Answer = Post & { isAccepted: boolean };

/** `answerId` null: it is about the question. */
export type Comment = Author & {
  id: number;
  answerId: number | null;
  isMine: boolean;
  html: string;
  /** Only its author sees a deleted one. */
  isDeleted: boolean;
  hidden: Hidden | null;
  createdAt: string;
};

export type Question = Post &
  LessonKey & {
    title: string;
    about: About | null;
    answerCount: number;
    /** It takes votes only; `because` in a moderator's words. */
    locked: { because: string } | null;
  };

/** A question that was merged into another, whose page shows it. Its answers are there; its comments stayed with it. */
export type MergedQuestion = Pick<Question, 'id' | 'title' | keyof Author | 'html' | 'createdAt'> & {
  comments: Comment[];
};

/**
 * How what was asked about stands in the lesson of today: `current` it is there; `changed` it is not, and nobody has said what
 * that means; `applies` and `outdated` what somebody said about the lesson of today.
 */
export type Standing = 'current' | 'changed' | 'applies' | 'outdated';

/** The part of a lesson that a question is about. */
export type About = {
  heading: string | null;
  /** The heading's words; null when the lesson has it no more. */
  headingTitle: string | null;
  /** The lesson's words at the time of asking. */
  passage: string | null;
  standing: Standing;
  /** Of the lesson's text today; null when the lesson is gone. */
  digest: string | null;
};

const slugOf = (title: string) =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');

/** The address of a question: the number finds it, the words are for people. */
export const questionPath = ({ id, title }: { id: number; title: string }) =>
  `/questions/${[id, slugOf(title)].filter(Boolean).join('-')}`;

/** The number that an address or a handler's path begins with, or null. */
export const readId = (text: string | undefined): number | null => {
  const digits = /^(\d{1,9})(?:-|$)/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
};
