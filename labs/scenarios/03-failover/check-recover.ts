import { failed, passed } from '../checks/verdict';
import { waitForServers } from '../checks/wait-for-servers';
import { seconds, sharesInWords } from '../checks/words';
import type { CheckContext, TaskOutcome } from '../scenario';

const load = { rate: 40, durationMs: 1500, clients: 64, timeoutMs: 3000 };
const returnDeadlineMs = 10_000;

/** A server that is well again must get work again; one that never returns is a slow way to lose the pool. */
export async function checkRecover(context: CheckContext): Promise<TaskOutcome> {
  context.say('Waiting until all three servers take requests.');
  const ready = await waitForServers(context);
  if (!ready.ok)
    return failed(
      `All three servers are healthy, but after ${seconds(ready.waitedMs)} ${ready.missing.join(' and ')} still got no request: ${sharesInWords(ready.counts)}.`,
      ready.last,
      'A healthy server takes requests.',
    );
  context.say('Killing app2 under load, then starting it again.');
  await context.measureLoad(load, async () => {
    await context.inject('app2', { kind: 'crash' }, 30_000);
  });
  await context.heal('app2');
  const back = await waitForServers(context, ['app2'], returnDeadlineMs);
  if (!back.ok)
    return failed(
      `app2 answers again, but ${seconds(back.waitedMs)} later it has still not been given a request: ${sharesInWords(back.counts)} in the last round.`,
      back.last,
      'app2 takes requests again within 10 s of its recovery.',
    );
  return passed(
    `app2 was killed, started again, and took requests ${back.waitedMs < 100 ? 'at once' : `${seconds(back.waitedMs)} later`}.`,
  );
}
