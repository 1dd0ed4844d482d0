import type { RunState } from '@/labs/protocol/server-frames';
import type { ConnectionState } from '@/lib/labs/connection/connection-state';

export type RunWords = {
  text: string;
  action: 'start' | 'resume' | 'reconnect' | 'here' | 'replace' | null;
  isBusy: boolean;
};

const endWords = {
  learner: 'You ended this lab. Your files are kept.',
  idle: 'The lab ended because nothing happened for a while. Your files are kept.',
  age: 'The lab reached its longest time and ended. Your files are kept.',
  shutdown: 'The lab host was shut down. Your files are kept.',
} as const;

const words = (text: string, action: RunWords['action'] = null, isBusy = false): RunWords => ({
  text,
  action,
  isBusy,
});

/** What to tell a learner about the lab, and what can be done; null when it simply runs. */
export function runWords(
  connection: ConnectionState,
  state: RunState | null,
  hasOpenRun: boolean,
  now: number,
): RunWords | null {
  if (state?.kind === 'failed')
    return words(state.message, state.code === 'another-run-is-live' ? 'replace' : 'start');
  if (state?.kind === 'ended') return words(endWords[state.reason], 'start');
  switch (connection.kind) {
    case 'off':
      return hasOpenRun
        ? words('Your lab is suspended. Resume it to go on with the same files.', 'resume')
        : words('The lab is not running. It starts real containers for you alone.', 'start');
    case 'connecting':
      return words(
        connection.attempt > 1 ? 'Reconnecting to your lab…' : 'Connecting to your lab…',
        null,
        true,
      );
    case 'waiting': {
      const seconds = Math.max(0, Math.ceil((connection.retryAt - now) / 1000));
      const next = seconds === 0 ? 'Reconnecting now' : `Reconnecting in ${seconds} s`;
      return words(`${connection.why} ${next}; your edits are kept.`, 'reconnect', true);
    }
    case 'replaced':
      return words(
        'The lab was taken over by another tab or another lab of yours. Edits here are still saved.',
        'here',
      );
    case 'over':
      return words('This run is over. Your files are kept.', 'start');
    case 'refused':
      return words(connection.message, 'start');
    case 'open':
      break;
  }
  switch (state?.kind) {
    case undefined:
      return words('Connected, waiting for the lab…', null, true);
    case 'queued':
      return words(`All places are taken. You are number ${state.position} in the queue.`, null, true);
    case 'starting':
      return words(`Starting your lab: ${state.step}`, null, true);
    case 'suspended':
      return words(state.message, 'resume');
    case 'ready':
      return null;
  }
}

/** Time until the cell is removed, in words. */
export function timeLeft(expiresAt: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((expiresAt - now) / 1000));
  return seconds >= 120 ? `${Math.floor(seconds / 60)} min left` : `${seconds} s left`;
}
