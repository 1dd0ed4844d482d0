import type { FlagReason } from './forms';
import type { PostRef } from './post';
import type { HiddenBecause } from '@/lib/questions/question';

/** What is known about a person, for moderators. Times are epoch ms. */
export type PersonRecord = {
  id: string;
  name: string;
  role: 'learner' | 'mentor' | 'moderator' | 'admin';
  isGuest: boolean;
  joinedAt: number;
  /** Questions, answers and comments, whatever became of them. */
  posts: number;
  hiddenPosts: number;
  upheldFlags: number;
  suspensions: number;
  /** Null: not suspended now. `until` null: until it is lifted. */
  suspended: { since: string; until: number | null; because: string } | null;
};

export type OpenFlag = {
  id: number;
  reason: FlagReason;
  words: string;
  /** Null: the account is gone. */
  reporter: string | null;
  at: number;
};

/** A post with all that a moderator needs to decide on it. */
export type Case = PostRef & {
  /** The thread that it stands in. */
  question: { id: number; title: string; isLocked: boolean; isShown: boolean; mergedInto: number | null };
  mergedIntoTitle: string | null;
  /** Where others read it, while it is shown. */
  href: string | null;
  html: string;
  /** Where its links lead, outside of this site. */
  hosts: string[];
  postedAt: number;
  editedAt: number | null;
  isDeleted: boolean;
  hidden: { because: HiddenBecause; words: string } | null;
  author: PersonRecord | null;
  flags: OpenFlag[];
};
