import { z } from 'zod';

/**
 * What happens in a thread, in the words of the triggers. `answered` and `removed` are of answers that became shown or ceased
 * to be; `gone`: the question was deleted, hidden or merged into another.
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
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** `answer` null: it is about the question. `comment`: the one that came or went. */
type Place = { answer: number | null; comment: number | null };

/** What a page is told. `isOwn`: its reader did it, perhaps in another window. `token` is of the thread that holds it. */
export type ThreadChange = Place & { what: ChangeKind; isOwn: boolean; token: string };

const Told = z.object({
  question: z.int(),
  what: z.enum(changeKinds),
  answer: z.int().nullable(),
  comment: z.int().nullable(),
  by: z.uuid().nullable(),
});
/** A message of the database's channel. `by` never leaves the server. */
export type Told = z.infer<typeof Told>;

/** Null: no message of ours, or one of a newer version of the site. */
export const readTold = (payload: string): Told | null => {
  try {
    return Told.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
};

/** What a thread holds, so that a page can tell whether it shows that. `token` is equal for equal threads. */
export type ThreadState = { token: string; answerCount: number; isShown: boolean };
