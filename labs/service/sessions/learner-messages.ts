import type { Fault } from '@/labs/protocol/faults';
import type { ServerName } from '@/labs/protocol/names';
import type { FailureCode } from '@/labs/protocol/server-frames';
import type { LaunchError } from '@/labs/runtime/cell-runtime';
import type { z } from 'zod';

export type Failure = { code: z.infer<typeof FailureCode>; message: string };

/** What the learner is told when no cell could be made. `engineMessage` is the engine's own advice, where it has one. */
export function failureOfLaunch(code: LaunchError['code'], engineMessage: string | null): Failure {
  switch (code) {
    case 'no-engine':
    case 'no-image':
      return {
        code: 'no-runtime',
        message:
          engineMessage ??
          'The lab host has no running container engine. Start Docker; the lab then starts by itself.',
      };
    case 'host-full':
      return {
        code: 'host-full',
        message: 'The lab host has no room for another lab. Try again in a few minutes; your files are kept.',
      };
    case 'deadline':
      return {
        code: 'launch-failed',
        message: 'The lab did not come up in time. Press Start lab to try again; your files are kept.',
      };
    case 'engine-error':
      return {
        code: 'launch-failed',
        message: 'The lab could not be started. Press Start lab to try again; your files are kept.',
      };
  }
}

export const queueIsFull: Failure = {
  code: 'host-full',
  message: 'Too many learners are waiting for a lab. Try again in a few minutes; your files are kept.',
};

export const unknownScenario: Failure = {
  code: 'scenario-unknown',
  message: 'This lab host does not know the scenario. Reload the page.',
};

export const anotherRunIsLive = (scenario: string): Failure => ({
  code: 'another-run-is-live',
  message: `Your lab "${scenario}" is still running, and a learner has one lab at a time. End it, or replace it with this one.`,
});

export const suspendedByLoss =
  'The lab lost its containers. Your files are kept: press Start lab, or Apply, to go on in fresh ones.';
export const suspendedByShutdown =
  'The lab service is restarting. Your files are kept, and the lab goes on in fresh containers when it is back.';

const seconds = (ms: number) => `${Number((ms / 1000).toFixed(1))} s`;

/** A fault in the words of the timeline. */
export function describeFault(server: ServerName, fault: Fault): string {
  switch (fault.kind) {
    case 'crash':
      return `${server} crashed: its process was killed`;
    case 'hang':
      return `${server} hangs: it accepts connections and never answers`;
    case 'slow':
      return `${server} is slow: every answer waits ${seconds(fault.delayMs)}`;
    case 'errors':
      return `${server} answers ${Math.round(fault.share * 100)} % of its requests with 500`;
    case 'unplug':
      return `${server} is unplugged: packets to it vanish`;
  }
}

export const notRunning = 'The lab is not running.';
export const longestTime =
  'The lab has reached its longest time. Start it anew when it has ended; files are kept.';
