import type { Fault } from '@/labs/protocol/faults';
import { serverNames } from '@/labs/protocol/names';
import { failed, passed } from '../checks/verdict';
import { waitForServers } from '../checks/wait-for-servers';
import { answerInWords, failuresInWords, percent, seconds, sharesInWords } from '../checks/words';
import type { CheckContext, LoadReport, TaskOutcome } from '../scenario';

/** Clients wait three seconds. `clients` is high enough that waiting requests never hold the schedule up. */
const load = { rate: 40, durationMs: 5000, clients: 64, timeoutMs: 3000 };

type Kind = 'crash' | 'hang';
const done: Record<Kind, string> = { crash: 'killed', hang: 'frozen' };

/** Breaks app2 under load and counts the requests that clients lose. The goal is none. */
export async function checkUnderLoad(context: CheckContext, kind: Kind): Promise<TaskOutcome> {
  context.say('Waiting until all three servers take requests.');
  const ready = await waitForServers(context);
  if (!ready.ok)
    return failed(
      `All three servers are healthy, but after ${seconds(ready.waitedMs)} ${ready.missing.join(' and ')} still got no request: ${sharesInWords(ready.counts)}. There is nothing to fail over from.`,
      ready.last,
      'Before the fault, all three servers take requests.',
    );
  context.say(`Sending ${load.rate} requests per second; app2 is being ${done[kind]}.`);
  const fault: Fault = { kind };
  const report = await context.measureLoad(load, async () => {
    await context.inject('app2', fault, 30_000);
  });
  return judgeUnderLoad(report, kind);
}

export function judgeUnderLoad(report: LoadReport, kind: Kind): TaskOutcome {
  const { sent, failed: lost, servedBy, failures, firstFailure } = report;
  const served = serverNames.reduce((sum, name) => sum + servedBy[name], 0);
  const slowest = report.p99Ms === null ? '' : ` Slowest 1 %: ${seconds(report.p99Ms)}.`;
  const measured = `app2 was ${done[kind]} under ${load.rate} requests per second: of ${sent} requests, ${lost} failed (${percent(lost, sent)}${lost > 0 ? `: ${failuresInWords(failures)}` : ''}). Served: ${sharesInWords(servedBy)}.${slowest}`;
  const observed = { option: optionFor(lost, sent), explanation: explain(measured, kind, lost) };
  const extras = { observed, failedRequests: lost };
  if (lost > 0)
    return failed(
      `${measured}${firstFailure ? ` The first to fail was GET ${firstFailure.path}: ${answerInWords(firstFailure)} after ${seconds(firstFailure.latencyMs)}.` : ''}`,
      firstFailure,
      'Status 200 from app1 or app3 within the client’s three seconds.',
      extras,
    );
  if (served < sent * 0.95)
    return failed(
      `${measured} The servers saw only ${served} of ${sent} requests: the rest was answered by the balancer itself.`,
      null,
      'Every answer comes from an app server.',
      extras,
    );
  return passed(measured, extras);
}

function optionFor(lost: number, sent: number): string {
  if (lost === 0) return 'none';
  return lost < sent * 0.15 ? 'few' : 'third';
}

function explain(measured: string, kind: Kind, lost: number): string {
  if (lost === 0)
    return kind === 'crash'
      ? `${measured} A dead process refuses connections at once, so the second try elsewhere costs a millisecond.`
      : `${measured} Silence is noticed only by a clock: the requests that met app2 waited for your timeout, and then went elsewhere.`;
  return kind === 'crash'
    ? `${measured} Noticing that a server is dead does not save the request that found it out: that takes a retry on another server.`
    : `${measured} A frozen server accepts connections and never answers. Without a timeout shorter than the client’s patience and a retry after it, every request that lands there is lost.`;
}
