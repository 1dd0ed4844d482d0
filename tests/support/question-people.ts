import { randomUUID } from 'node:crypto';
import { findViewer } from '@/lib/accounts/find-viewer';
import { startGuest } from '@/lib/accounts/start-guest';
import { askQuestion } from '@/lib/questions/ask-question';
import type { AskForm } from '@/lib/questions/forms';
import type { Actor } from '@/lib/questions/take-turn';
import { sessionCookie } from './sessions';

export const askedLesson = { course: 'system-design-mastery', lesson: 'load-balancers-layer-4-vs-layer-7' };

/** Somebody with an address of their own, so that limits of an address stay out of the way. */
export const newGuest = async (): Promise<Actor & { cookie: string }> => {
  const address = randomUUID();
  const started = await startGuest(address);
  if (!started.ok) throw new Error(started.error.message);
  const cookie = await sessionCookie(started.value);
  const viewer = await findViewer(new Request('http://localhost:3000/x', { headers: { cookie } }));
  if (!viewer) throw new Error('The guest has no session.');
  return { viewer, address, cookie };
};

export const newQuestion = (change: Partial<AskForm> = {}): AskForm => ({
  ...askedLesson,
  heading: null,
  passage: null,
  run: null,
  title: 'Why does the balancer end the connection?',
  body: 'It *answers* 502.',
  submission: randomUUID(),
  ...change,
});

/** The value of an outcome that must be good. */
export const valueOf = <Value>(
  outcome: { ok: true; value: Value } | { ok: false; error: { message: string } },
) => {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};

/** Asks, and gives the question's id. */
export const ask = async (actor: Actor, change?: Partial<AskForm>) =>
  valueOf(await askQuestion(actor, newQuestion(change))).id;
