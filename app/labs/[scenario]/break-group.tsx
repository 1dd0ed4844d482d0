'use client';

import type { ActiveFault, Fault } from '@/labs/protocol/faults';
import { serverNames } from '@/labs/protocol/names';
import { ServerMark } from '@/lib/ui/server-mark';
import { useIsReady, useRun, useWorkspace } from './session-context';
import styles from './topology.module.css';
import { useNow } from './use-now';
import workspace from './workspace.module.css';

const faults: { word: string; name: (server: string) => string; fault: Fault; title: string }[] = [
  {
    word: 'Crash',
    name: (s) => `Crash ${s}`,
    fault: { kind: 'crash' },
    title: 'Kill the server process: connections are refused',
  },
  {
    word: 'Hang',
    name: (s) => `Hang ${s}`,
    fault: { kind: 'hang' },
    title: 'Freeze it: connections open, answers never come',
  },
  {
    word: 'Slow',
    name: (s) => `Slow ${s}`,
    fault: { kind: 'slow', delayMs: 2000 },
    title: 'Every answer waits 2 s',
  },
  {
    word: 'Errors',
    name: (s) => `Errors from ${s}`,
    fault: { kind: 'errors', share: 1 },
    title: 'Every answer is 500',
  },
  {
    word: 'Unplug',
    name: (s) => `Unplug ${s}`,
    fault: { kind: 'unplug' },
    title: 'Pull the network cable: packets vanish',
  },
];

/** Every way to break a server, and to heal it. */
export function BreakGroup() {
  const { session } = useWorkspace();
  const isReady = useIsReady();
  const active = useRun((run) => run.faults);
  const now = useNow(active.length > 0);
  return (
    <div className={styles.break} role="group" aria-label="Break">
      <div className={styles.breakHead}>
        <h3>Break</h3>
        <button
          type="button"
          className={workspace.button}
          disabled={!isReady}
          onClick={() => void session.heal(null)}
        >
          Heal all
        </button>
      </div>
      {serverNames.map((server) => {
        const fault = active.find((one) => one.server === server);
        return (
          <div key={server} className={styles.breakRow}>
            <span className={styles.breakName}>
              <ServerMark server={server} /> {server}
            </span>
            {faults.map((one) => (
              <button
                key={one.word}
                type="button"
                className={styles.breakButton}
                aria-label={one.name(server)}
                aria-pressed={fault?.fault.kind === one.fault.kind}
                title={one.title}
                disabled={!isReady}
                onClick={() => void session.inject(server, one.fault)}
              >
                {one.word}
              </button>
            ))}
            {fault === undefined ? null : (
              <button
                type="button"
                className={styles.healButton}
                disabled={!isReady}
                onClick={() => void session.heal(server)}
                aria-label={`Heal ${server}`}
              >
                Heal <small>{remaining(fault, now)}</small>
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Until the fault heals by itself. */
function remaining(fault: ActiveFault, now: number): string {
  const seconds = Math.max(0, Math.ceil((fault.expiresAt - now) / 1000));
  return seconds >= 60 ? `${Math.ceil(seconds / 60)} min` : `${seconds} s`;
}
