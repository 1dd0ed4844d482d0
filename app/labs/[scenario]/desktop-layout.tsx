'use client';

import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { EditorPanel } from './editor-panel';
import { LogPanel } from './log-panel';
import { RequestsPanel } from './requests-panel';
import { TasksPanel } from './tasks-panel';
import { TopologyPanel } from './topology-panel';
import { TrafficPanel } from './traffic-panel';
import styles from './workspace.module.css';

/** Remembers what a learner dragged, not what the page did by itself. */
const remember = (id: string) => ({ id, storage: localStorage, onlySaveAfterUserInteractions: true });

/** All regions at once, in panels whose sizes are remembered. */
export function DesktopLayout() {
  const columns = useDefaultLayout(remember('lab-columns'));
  const left = useDefaultLayout(remember('lab-left'));
  const work = useDefaultLayout(remember('lab-work'));
  const below = useDefaultLayout(remember('lab-below'));
  const right = useDefaultLayout(remember('lab-right'));
  return (
    <Group id="lab-columns" className={styles.grid} {...layoutOf(columns)}>
      <Panel id="left" minSize="40" defaultSize="69">
        <Group id="lab-left" orientation="vertical" {...layoutOf(left)}>
          <Panel id="top" minSize="30" defaultSize="68">
            <Group id="lab-work" {...layoutOf(work)}>
              <Panel id="tasks" minSize="20" defaultSize="37">
                <TasksPanel />
              </Panel>
              <Separator className={styles.handle} aria-label="Width of the tasks" />
              <Panel id="editor" minSize="30" defaultSize="63">
                <EditorPanel />
              </Panel>
            </Group>
          </Panel>
          <Separator className={styles.handleAcross} aria-label="Height of requests and log" />
          <Panel id="bottom" minSize="15" defaultSize="32">
            <Group id="lab-below" {...layoutOf(below)}>
              <Panel id="requests" minSize="30" defaultSize="60">
                <RequestsPanel />
              </Panel>
              <Separator className={styles.handle} aria-label="Width of the requests" />
              <Panel id="log" minSize="20" defaultSize="40">
                <LogPanel />
              </Panel>
            </Group>
          </Panel>
        </Group>
      </Panel>
      <Separator className={styles.handle} aria-label="Width of topology and traffic" />
      <Panel id="right" minSize="22" defaultSize="31">
        <Group id="lab-right" orientation="vertical" {...layoutOf(right)}>
          <Panel id="topology" minSize="25" defaultSize="52">
            <TopologyPanel />
          </Panel>
          <Separator className={styles.handleAcross} aria-label="Height of the topology" />
          <Panel id="traffic" minSize="20" defaultSize="48">
            <TrafficPanel />
          </Panel>
        </Group>
      </Panel>
    </Group>
  );
}

const layoutOf = ({ defaultLayout, onLayoutChanged }: ReturnType<typeof useDefaultLayout>) => ({
  defaultLayout,
  onLayoutChanged,
});
