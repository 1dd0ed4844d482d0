import type { Answer, FrameOf, WorkContext } from './work-context';

/** Applies the learner's files and tells every tab. A rejected configuration is a normal outcome: the previous one keeps serving. */
export async function performApply(context: WorkContext, frame: FrameOf<'apply'>): Promise<Answer> {
  const { live, fanOut, timeline, services, signal } = context;
  const startedAt = performance.now();
  const outcome = await live.apply(frame.balancer, frame.files, signal);
  services.metrics.apply.observe(
    { outcome: outcome.ok ? 'applied' : 'rejected' },
    (performance.now() - startedAt) / 1000,
  );
  fanOut.broadcast({
    type: 'applied',
    replyTo: frame.id,
    outcome,
    balancer: frame.balancer,
    version: live.balancer.kind === 'serving' ? live.balancer.version : 0,
  });
  const firstError = outcome.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
  if (outcome.ok) timeline.add('applied', `${frame.balancer} applied in ${Math.round(outcome.ms)} ms`);
  else
    timeline.add('rejected', `${frame.balancer} rejected the files: ${firstError?.message ?? 'no reason'}`);
  return null;
}
