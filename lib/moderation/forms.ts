import { z } from 'zod';
import { kinds } from './post';
import { longestWords } from './sizes';

/** PostgreSQL's text holds every character but this one; lone surrogates are no text at all. */
const isText = (text: string) => !/[\0\p{Cs}]/u.test(text);
const Words = z
  .string()
  .trim()
  .max(longestWords, `At most ${longestWords} characters.`)
  .refine(isText, 'There is a character in it that cannot be stored.');
/** Somebody is told it. */
const Reason = Words.min(3, 'Say why; the person who is concerned reads it.');

const Id = z.int().positive().max(2_147_483_647);
const post = { kind: z.enum(kinds), id: Id };

export const FlagReason = z.enum(['spam', 'rude', 'wrong', 'duplicate', 'private', 'other']);
export type FlagReason = z.infer<typeof FlagReason>;

export const FlagForm = z
  .strictObject({ ...post, reason: FlagReason, words: Words.default('') })
  .refine(({ reason, words }) => reason !== 'other' || words.length >= 3, {
    path: ['words'],
    message: 'Say in your own words what is wrong.',
  });
export type FlagForm = z.infer<typeof FlagForm>;

/** `seen`: the last report that the moderator saw. Those that came later are not decided on. */
const Seen = z.int().min(0).max(2_147_483_647);

export const DecisionForm = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('dismiss'), ...post, reason: Words.default(''), seen: Seen }),
  z.strictObject({ act: z.literal('uphold'), ...post, reason: Reason, seen: Seen }),
  z.strictObject({ act: z.literal('hide'), ...post, reason: Reason }),
  z.strictObject({ act: z.literal('restore'), ...post, reason: Words.default('') }),
  z.strictObject({ act: z.literal('approve'), ...post, reason: Words.default('') }),
  z.strictObject({ act: z.literal('refuse'), ...post, reason: Reason }),
]);
export type DecisionForm = z.infer<typeof DecisionForm>;

export const LockForm = z.discriminatedUnion('isLocked', [
  z.strictObject({ isLocked: z.literal(true), reason: Reason }),
  z.strictObject({ isLocked: z.literal(false), reason: Words.default('') }),
]);
export type LockForm = z.infer<typeof LockForm>;

/** `into`: the question that says the same; null: it stands alone again. */
export const MergeForm = z.strictObject({ into: Id.nullable(), reason: Reason });
export type MergeForm = z.infer<typeof MergeForm>;

export const SuspensionForm = z.discriminatedUnion('isSuspended', [
  z.strictObject({
    isSuspended: z.literal(true),
    length: z.enum(['day', 'week', 'month', 'open']),
    reason: Reason,
    /** Hides what the person posted in the last day as well. */
    hidesPosts: z.boolean(),
    /** Since when the moderator saw the account suspended; null: it was not. */
    seen: z.iso.datetime().nullable(),
  }),
  z.strictObject({ isSuspended: z.literal(false), reason: Words.default('') }),
]);
export type SuspensionForm = z.infer<typeof SuspensionForm>;

export const UndoForm = z.strictObject({ reason: Words.default('') });
export type UndoForm = z.infer<typeof UndoForm>;
