import { z } from 'zod';
import { handle } from '@/lib/http/handle';
import { storeReceipt } from '@/lib/labs/store-receipt';

/** Reports of the lab service. They authenticate themselves by their signature. */
export const POST = handle(
  {
    viewer: 'none',
    origin: 'any',
    body: z.object({ receipt: z.string().max(512 * 1024) }),
    maxBodyBytes: 600 * 1024,
    errors: { 'labs-off': 503, 'bad-signature': 401, malformed: 422 },
  },
  ({ body }) => storeReceipt(body.receipt),
);
