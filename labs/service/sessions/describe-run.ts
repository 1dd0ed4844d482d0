import type { RunSnapshot, RunState } from '@/labs/protocol/server-frames';
import type { TaskVerdict } from '@/labs/protocol/tasks';
import type { CellWork } from './cell-work';
import type { Timeline } from './timeline';

/** Requests per second that the page offers before the learner chooses. */
const defaultTrafficRate = 20;

type Run = {
  state: RunState;
  /** Null while the run has no cell. */
  work: CellWork | null;
  tasks: Record<string, TaskVerdict>;
  timeline: Timeline;
};

/** The whole picture of a run, as a page needs it that comes to it anew. */
export const describeRun = ({ state, work, tasks, timeline }: Run): RunSnapshot => ({
  state,
  balancer: work?.cell.live.balancer ?? { kind: 'idle' },
  faults: [...(work?.cell.live.faults ?? [])],
  traffic: work?.cell.live.traffic ?? { on: false, rate: defaultTrafficRate },
  tasks,
  checking: work?.checking ?? null,
  timeline: timeline.list(),
});
