import { describeFault } from './learner-messages';
import { done, refused, type Answer, type FrameOf, type WorkContext } from './work-context';

export async function performFault(context: WorkContext, frame: FrameOf<'fault'>): Promise<Answer> {
  await context.live.inject(frame.server, frame.fault);
  context.timeline.add('fault', describeFault(frame.server, frame.fault));
  return done(frame.id);
}

export async function performHeal(context: WorkContext, frame: FrameOf<'heal'>): Promise<Answer> {
  await context.live.heal(frame.server);
  return done(frame.id);
}

export async function performTraffic(context: WorkContext, frame: FrameOf<'traffic'>): Promise<Answer> {
  await context.live.setTraffic(frame.settings);
  context.fanOut.broadcast({ type: 'traffic', settings: frame.settings });
  context.timeline.add(
    'traffic',
    frame.settings.on ? `traffic at ${frame.settings.rate} requests/s` : 'traffic off',
  );
  return done(frame.id);
}

export async function performRestart(
  context: WorkContext,
  frame: FrameOf<'restart-balancer'>,
): Promise<Answer> {
  const outcome = await context.live.restartBalancer(context.signal);
  context.timeline.add('balancer-restarted', 'the balancer was started anew');
  if (outcome === null || outcome.ok) return done(frame.id);
  const reason = outcome.diagnostics.find((diagnostic) => diagnostic.severity === 'error')?.message;
  return refused(
    frame.id,
    'balancer-unreachable',
    `The balancer is up, but its last files were rejected: ${reason ?? 'no reason given'}. Apply again.`,
  );
}

export async function performSend(context: WorkContext, frame: FrameOf<'send'>): Promise<Answer> {
  const [response] = await context.live.send([frame.request], { origin: 'composer' });
  if (!response) throw new Error('a request was sent and no answer of any kind came back');
  return { type: 'response', replyTo: frame.id, response };
}
