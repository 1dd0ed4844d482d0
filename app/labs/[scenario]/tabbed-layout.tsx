'use client';

import { useId, useRef, useState } from 'react';
import { EditorPanel } from './editor-panel';
import { LogPanel } from './log-panel';
import { RequestsPanel } from './requests-panel';
import { TasksPanel } from './tasks-panel';
import { TopologyPanel } from './topology-panel';
import { TrafficPanel } from './traffic-panel';
import styles from './workspace.module.css';

const tabs = [
  { id: 'tasks', word: 'Tasks', Content: TasksPanel },
  { id: 'editor', word: 'Editor', Content: EditorPanel },
  { id: 'topology', word: 'Topology', Content: TopologyPanel },
  { id: 'traffic', word: 'Traffic', Content: TrafficPanel },
  { id: 'requests', word: 'Requests', Content: RequestsPanel },
  { id: 'log', word: 'Log', Content: LogPanel },
] as const;

/** One region at a time, for narrow screens. Regions that were opened stay as they are. */
export function TabbedLayout() {
  const [current, setCurrent] = useState<string>('tasks');
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (step: number) => {
    const index = tabs.findIndex((tab) => tab.id === current);
    const next = tabs[(index + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    setCurrent(next.id);
    list.current?.querySelector<HTMLButtonElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div className={styles.tabbed}>
      <div
        ref={list}
        className={styles.tabs}
        role="tablist"
        aria-label="Parts of the lab"
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') move(1);
          if (event.key === 'ArrowLeft') move(-1);
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}-tab`}
            data-tab={tab.id}
            aria-controls={`${base}-${tab.id}`}
            aria-selected={tab.id === current}
            tabIndex={tab.id === current ? 0 : -1}
            className={styles.tab}
            onClick={() => setCurrent(tab.id)}
          >
            {tab.word}
          </button>
        ))}
      </div>
      {tabs.map(({ id, Content }) => (
        <div
          key={id}
          role="tabpanel"
          id={`${base}-${id}`}
          aria-labelledby={`${base}-${id}-tab`}
          className={styles.tabPanel}
          hidden={id !== current}
        >
          <Content />
        </div>
      ))}
    </div>
  );
}
