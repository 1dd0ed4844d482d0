import type { LiveCell } from '@/labs/cell/live-cell';
import type { RunSnapshot, RunState } from '@/labs/protocol/server-frames';
import type { TaskVerdict } from '@/labs/protocol/tasks';
import type { Timeline } from './timeline';

/** Requests per second that the page offers before the learner chooses. */
const defaultTrafficRate = 20;

type Run = {
  state: RunState;
  /** Null while the run has no cell. */
  live: LiveCell | null;
  tasks: Record<string, TaskVerdict>;
  timeline: Timeline;
};

/** The whole picture of a run, as a page needs it that comes to it anew. */
export const describeRun = ({ state, live, tasks, timeline }: Run): RunSnapshot => ({
  state,
  balancer: live?.balancer ?? { kind: 'idle' },
  faults: [...(live?.faults ?? [])],
  traffic: live?.traffic ?? { on: false, rate: defaultTrafficRate },
  tasks,
  timeline: timeline.list(),
});
