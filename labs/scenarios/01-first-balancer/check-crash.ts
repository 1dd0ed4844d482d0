import { failuresInWords, percent, sharesInWords } from '../checks/words';
import { failed, passed } from '../checks/verdict';
import type { CheckContext, LoadReport, TaskOutcome } from '../scenario';

const load = { rate: 40, durationMs: 4000, clients: 64, timeoutMs: 4000 };
/** A survivor with less than this is not sharing the work; a weight of 5 against 1 still passes, since weights are another task. */
const lowestSurvivorShare = 0.08;

/** Kills app2 under load and measures what clients see. The task is to survive; how gracefully is the next scenario's matter. */
export async function checkCrash(context: CheckContext): Promise<TaskOutcome> {
  context.say(`Sending ${load.rate} requests per second, then killing app2.`);
  const report = await context.measureLoad(load, async () => {
    await context.inject('app2', { kind: 'crash' }, 30_000);
  });
  return judgeCrash(report, context.balancer);
}

export function judgeCrash(report: LoadReport, balancer: 'nginx' | 'haproxy'): TaskOutcome {
  const { sent, failed: lost, servedBy } = report;
  const measured = `app2 was killed under ${load.rate} requests per second: of ${sent} requests, ${lost} failed (${percent(lost, sent)}${lost > 0 ? `: ${failuresInWords(report.failures)}` : ''}). Served: ${sharesInWords(servedBy)}.`;
  const observed = {
    option: optionFor(lost / Math.max(1, sent)),
    explanation: explain(measured, balancer, lost),
  };
  const idle = (['app1', 'app3'] as const).find((name) => servedBy[name] < sent * lowestSurvivorShare);
  if (idle !== undefined)
    return failed(
      `${measured} ${idle} was alive and hardly used.`,
      report.firstFailure,
      'When app2 dies, app1 and app3 both go on serving.',
      { observed, failedRequests: lost },
    );
  if (lost > sent / 2)
    return failed(
      measured,
      report.firstFailure,
      'When one of three servers dies, most requests still succeed.',
      {
        observed,
        failedRequests: lost,
      },
    );
  return passed(measured, { observed, failedRequests: lost });
}

function optionFor(share: number): string {
  if (share < 0.01) return 'none';
  if (share < 0.15) return 'few';
  return share <= 0.6 ? 'third' : 'all';
}

function explain(measured: string, balancer: 'nginx' | 'haproxy', lost: number): string {
  if (lost === 0)
    return `${measured} A refused connection is found out before anything was sent, so the request can go to another server, and the client never learns of it.`;
  return balancer === 'nginx'
    ? `${measured} Nginx tries another server after a connection error unless it is told not to; here it did not, or had none left.`
    : `${measured} HAProxy stays with the server that it chose: it tries the same one again, a second apart, and gives up. Only "option redispatch" lets it choose another, and only "check" makes it notice on its own.`;
}
