import 'server-only';
import { log } from '@/lib/config/log';
import { takeUse, type Limit } from '@/lib/limits/take-use';
import { refusal, success } from '@/lib/outcome/outcome';
import { writeExport } from './export/write-export';

const exportByViewer: Limit = { name: 'export:viewer', max: 5, windowSeconds: 60 * 60 };

const encoder = new TextEncoder();

/** Takes the next piece only when the reader wants it, and stops when the reader goes. */
const streamOf = (pieces: AsyncGenerator<string>) =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        // The answer has begun, so no status can tell; a file without its end does.
        log().error({ err: error }, 'an export broke off');
        controller.error(error);
      }
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });

/** Everything that the database holds about a person, as a file of JSON. */
export const exportData = async (userId: string) => {
  const turn = await takeUse(exportByViewer, userId);
  if (!turn.allowed)
    return refusal(
      'too-many-requests',
      `Your data was downloaded ${exportByViewer.max} times within an hour. Try again in ${Math.ceil(turn.retryAfterSeconds / 60)} min.`,
    );
  const at = new Date();
  return success({
    name: `system-design-mastery-${at.toISOString().slice(0, 10)}.json`,
    stream: streamOf(writeExport(userId, at)),
  });
};
