import { z } from 'zod';

/** Whether posts stay as a “deleted user’s” or go. */
export const PostsChoice = z.enum(['keep', 'remove'], { error: 'Choose what becomes of your posts.' });
export type PostsChoice = z.infer<typeof PostsChoice>;

export const DeleteAccountForm = z.strictObject({
  posts: PostsChoice,
  /** The password, or the name of an account without one. */
  confirmation: z.string().min(1, 'Fill this in to confirm.').max(1000),
});
export type DeleteAccountForm = z.infer<typeof DeleteAccountForm>;
