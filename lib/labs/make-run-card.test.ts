import { expect, it } from 'vitest';
import type { TimelineEvent } from '@/labs/protocol/server-frames';
import { makeRunCard } from './make-run-card';
import { mostEvents, RunCard } from './run-card';

const at = Date.parse('2026-11-23T10:00:00Z');
const event = (seconds: number, kind: TimelineEvent['kind'], text: string): TimelineEvent => ({
  at: at + seconds * 1000,
  kind,
  text,
});
const run = (timeline: TimelineEvent[]) => ({
  scenario: 'failover',
  createdAt: new Date(at),
  isOpen: false,
  timeline,
});

it('a card says what was done and measured, and repeats no line of a configuration', () => {
  const card = makeRunCard(
    run([
      event(0, 'ready', 'the lab was ready in 80 ms'),
      event(5, 'rejected', 'nginx rejected the files: unknown directive "my_secret"'),
      event(9, 'applied', 'haproxy applied in 7 ms'),
      event(11, 'balancer-down', 'exited: my_secret'),
      event(75, 'fault', 'app2 was crashed'),
    ]),
    null,
    new Map(),
  );
  expect(RunCard.parse(card)).toEqual(card);
  expect(card).toMatchObject({ balancer: 'haproxy', seconds: 75, title: 'failover', leftOut: 0 });
  expect(card.events[1]).toEqual({ after: 5, kind: 'rejected', text: 'nginx rejected the files' });
  expect(JSON.stringify(card)).not.toContain('my_secret');
});

it('a long run keeps its beginning and its end, and says how much is left out', () => {
  const card = makeRunCard(
    run(Array.from({ length: mostEvents + 7 }, (_, index) => event(index, 'traffic', `step ${index}`))),
    null,
    new Map(),
  );
  expect(card.events).toHaveLength(mostEvents);
  expect(card.events.at(0)?.text).toBe('step 0');
  expect(card.events.at(-1)?.text).toBe(`step ${mostEvents + 6}`);
  expect(card.leftOut).toBe(7);
});

it('a run of which nothing was reported yet is a card all the same', () => {
  expect(makeRunCard({ ...run([]), isOpen: true }, null, new Map())).toMatchObject({
    seconds: null,
    balancer: null,
    isOver: false,
    events: [],
  });
});
