import { failuresInWords, percent, sharesInWords } from '../checks/words';
import { failed, passed } from '../checks/verdict';
import type { CheckContext, LoadReport, TaskOutcome } from '../scenario';

/** A connection per request, so that a new choice is made each time. */
const load = { rate: 40, durationMs: 4000, clients: 64, requestsPerConnection: 1, timeoutMs: 1000 };
const lowestSurvivorShare = 0.08;

/** Freezes app2 under load: its kernel goes on accepting connections, so a handshake is no sign of life. */
export async function checkHang(context: CheckContext): Promise<TaskOutcome> {
  context.say(`Opening ${load.rate} new connections per second, then freezing app2.`);
  const report = await context.measureLoad(load, async () => {
    await context.inject('app2', { kind: 'hang' }, 30_000);
  });
  return judgeHang(report);
}

export function judgeHang(report: LoadReport): TaskOutcome {
  const { sent, failed: lost, servedBy, failures } = report;
  const measured = `app2 was frozen under ${load.rate} new connections per second: of ${sent} requests, ${lost} failed (${percent(lost, sent)}${lost > 0 ? `: ${failuresInWords(failures)}` : ''}). Served: ${sharesInWords(servedBy)}.`;
  const observed = { option: optionFor(lost / Math.max(1, sent)), explanation: explain(measured, lost) };
  const extras = { observed, failedRequests: lost };
  const idle = (['app1', 'app3'] as const).find((name) => servedBy[name] < sent * lowestSurvivorShare);
  if (idle !== undefined)
    return failed(
      `${measured} ${idle} was alive and hardly used.`,
      report.firstFailure,
      'While app2 hangs, app1 and app3 both go on serving their connections.',
      extras,
    );
  const status = Object.keys(failures).find((cause) => /^\d+$/.test(cause));
  if (status !== undefined)
    return failed(
      `${measured} A status ${status} is HTTP, and no server sent it: something between reads and writes HTTP.`,
      report.firstFailure,
      'A layer 4 balancer has no words of its own: a connection works, waits or breaks.',
      extras,
    );
  return passed(measured, extras);
}

function optionFor(share: number): string {
  if (share < 0.02) return 'none';
  return share <= 0.6 ? 'third' : 'all';
}

function explain(measured: string, lost: number): string {
  return lost === 0
    ? `${measured} Something asks the servers more than "do you accept a connection?", which is all that layer 4 asks by itself.`
    : `${measured} The frozen server’s kernel still completes handshakes, so to layer 4 app2 looks alive and keeps its share of new connections. Only a question at layer 7 (an HTTP health check, a limit on the time to an answer) tells "hung" from "slow".`;
}
