import { Balancer } from '@/labs/protocol/names';
import type { ScenarioBrief } from '@/labs/protocol/scenario-brief';
import type { TimelineEvent } from '@/labs/protocol/server-frames';
import type { TaskVerdict } from '@/labs/protocol/tasks';
import { mostEvents, type RunCard } from './run-card';

type Run = { scenario: string; createdAt: Date; isOpen: boolean; timeline: readonly TimelineEvent[] };

/** The lab service writes `nginx applied in 7 ms`. */
const balancerOf = (timeline: readonly TimelineEvent[]) => {
  const applied = timeline.findLast(({ kind }) => kind === 'applied');
  return Balancer.safeParse(applied?.text.split(' ')[0]).data ?? null;
};

/** Without what a balancer said: its words repeat the learner's file. */
const wordsOf = ({ kind, text }: TimelineEvent) => {
  if (kind === 'rejected') return text.replace(/:.*$/s, '');
  if (kind === 'balancer-down') return 'the balancer stopped';
  return text;
};

const shownOf = (events: RunCard['events']) => {
  if (events.length <= mostEvents) return { events, leftOut: 0 };
  const half = mostEvents / 2;
  return {
    events: [...events.slice(0, half), ...events.slice(-half)],
    leftOut: events.length - mostEvents,
  };
};

/** What a run looks like to others. `verdicts`: those that this run's checks gave, by task. */
export const makeRunCard = (
  run: Run,
  scenario: ScenarioBrief | null,
  verdicts: ReadonlyMap<string, TaskVerdict>,
): RunCard => {
  const { timeline } = run;
  const [first, last] = [timeline[0], timeline.at(-1)];
  const seconds = (at: number) => Math.max(0, Math.round((at - (first?.at ?? at)) / 1000));
  const events = timeline.map((event) => ({
    after: seconds(event.at),
    kind: event.kind,
    text: wordsOf(event),
  }));
  return {
    scenario: run.scenario,
    title: scenario?.title ?? run.scenario,
    balancer: balancerOf(timeline),
    startedAt: run.createdAt.toISOString(),
    seconds: last ? seconds(last.at) : null,
    isOver: !run.isOpen,
    tasks: (scenario?.tasks ?? []).map(({ id, title }) => {
      const verdict = verdicts.get(id);
      return {
        title,
        isPassed: verdict?.ok ?? null,
        evidence: verdict?.evidence ?? '',
        failedRequests: verdict?.failedRequests ?? null,
      };
    }),
    ...shownOf(events),
  };
};
