import { z } from 'zod';

const Id = z.int().min(1).max(2_147_483_647);

/** All up to the newest that the page showed, or these. */
export const ReadForm = z.union([
  z.strictObject({ upTo: Id }),
  z.strictObject({ ids: z.array(Id).min(1).max(100) }),
]);
export type ReadForm = z.infer<typeof ReadForm>;

export const digests = ['off', 'daily', 'weekly'] as const;
export const DigestForm = z.strictObject({
  digest: z.enum(digests, { error: 'Choose how often you want mail.' }),
});
export type DigestForm = z.infer<typeof DigestForm>;
