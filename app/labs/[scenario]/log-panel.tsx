'use client';

import { useEffect, useRef, useState } from 'react';
import type { LogEntry } from '@/lib/labs/workspace/run-view';
import { Panel } from './panel';
import styles from './requests.module.css';
import { useRun } from './session-context';
import { Timeline } from './timeline';

const time = (at: number) => new Date(at).toLocaleTimeString([], { hour12: false });

/** What the balancer writes, and what happened in the run. */
export function LogPanel() {
  const live = useRun((run) => run.log);
  const dropped = useRun((run) => run.logDropped);
  const [frozen, setFrozen] = useState<readonly LogEntry[] | null>(null);
  const [filter, setFilter] = useState('');
  const [shows, setShows] = useState<'log' | 'timeline'>('log');
  const entries = frozen ?? live;
  const wanted = filter.trim().toLowerCase();
  const shown = wanted === '' ? entries : entries.filter((one) => one.text.toLowerCase().includes(wanted));
  return (
    <Panel
      name="Log"
      flush
      tools={
        <div className={styles.tools}>
          <button
            type="button"
            className={styles.tool}
            aria-pressed={shows === 'timeline'}
            onClick={() => setShows(shows === 'log' ? 'timeline' : 'log')}
          >
            Timeline
          </button>
          <input
            className={styles.filter}
            type="search"
            aria-label="Filter the log"
            placeholder="Filter"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
          <button
            type="button"
            className={styles.tool}
            aria-pressed={frozen !== null}
            onClick={() => setFrozen(frozen === null ? live : null)}
          >
            {frozen === null ? 'Pause log' : 'Resume log'}
          </button>
        </div>
      }
    >
      {shows === 'timeline' ? (
        <Timeline />
      ) : (
        <LogLines entries={shown} dropped={dropped} isFollowing={frozen === null} />
      )}
    </Panel>
  );
}

function LogLines(props: { entries: readonly LogEntry[]; dropped: number; isFollowing: boolean }) {
  const { entries, isFollowing } = props;
  const host = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    if (isFollowing && isAtEnd.current) host.current?.scrollTo({ top: host.current.scrollHeight });
  }, [entries, isFollowing]);
  return (
    <div
      ref={host}
      className={styles.log}
      tabIndex={0}
      role="group"
      aria-label="Log lines"
      onScroll={({ currentTarget: box }) => {
        isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 24;
      }}
    >
      {entries.length === 0 ? <p className={styles.empty}>What the balancer writes shows here.</p> : null}
      {entries.map((one) => (
        <div key={one.key} className={styles.logLine}>
          <span className={styles.muted}>{time(one.at)}</span> {one.text}
        </div>
      ))}
      {props.dropped > 0 ? (
        <p className={styles.empty}>{props.dropped} further lines came too fast and were left out.</p>
      ) : null}
    </div>
  );
}
