import type { LiveCell, LoadReport } from '@/labs/cell/live-cell';
import type { Balancer } from '@/labs/protocol/names';
import type { ScenarioBrief } from '@/labs/protocol/scenario-brief';
import type { TaskVerdict } from '@/labs/protocol/tasks';

export type { LoadReport };

/** What a check may do. It sees behaviour only, never the configuration's text. */
export type CheckContext = Pick<LiveCell, 'send' | 'measureLoad' | 'inject' | 'heal'> & {
  readonly balancer: Balancer;
  /** Tells the learner what is being done now. */
  say(text: string): void;
  readonly signal: AbortSignal;
};

/** `observed` is the id of the prediction's option that the measurement supports. */
export type TaskOutcome = {
  verdict: TaskVerdict;
  observed: { option: string; explanation: string } | null;
};

export type ScenarioTask = Omit<ScenarioBrief['tasks'][number], never> & {
  check(context: CheckContext): Promise<TaskOutcome>;
};

/** A known-wrong variant: its files lie in `wrong/<name>/<balancer>/`, and exactly these tasks must fail. */
export type WrongVariant = { name: string; balancer: Balancer; failsTasks: string[]; why: string };

/** The files lie beside `scenario.ts`: `start/<balancer>/…`, `solution/<balancer>/…`, `wrong/<name>/<balancer>/…`. */
export type Scenario = Omit<ScenarioBrief, 'tasks' | 'start' | 'solution' | 'number'> & {
  tasks: ScenarioTask[];
  /** Tasks that `start/` fails. At least one. */
  startFails: string[];
  wrong: WrongVariant[];
};
