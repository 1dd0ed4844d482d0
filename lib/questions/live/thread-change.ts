import { z } from 'zod';

/**
 * What happened in a thread, as the triggers say it. `answered` and `removed` are of answers that became shown or ceased to be;
 * `gone`: the question was deleted, hidden or merged into another.
 */
export const changeKinds = [
  'answered',
  'removed',
  'commented',
  'uncommented',
  'edited',
  'accepted',
  'locked',
  'unlocked',
  'gone',
  'back',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a page is told. `answer` null: it is about the question. `isOwn`: the reader did it, perhaps in another window. */
export type ThreadChange = { what: ChangeKind; answer: number | null; isOwn: boolean };

const Told = z.object({
  question: z.int(),
  what: z.enum(changeKinds),
  answer: z.int().nullable(),
  by: z.uuid().nullable(),
});
/** A message of the database's channel. `by` never leaves the server. */
export type Told = z.infer<typeof Told>;

/** Null: no message of ours, or of a newer version of the site. */
export const readTold = (payload: string): Told | null => {
  try {
    return Told.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
};

/** What a thread holds, so that a page can tell whether it shows that. `token` is equal for equal threads. */
export type ThreadState = { token: string; answerCount: number; isShown: boolean };
