import { refused, type Answer, type FrameOf, type WorkContext } from './work-context';

/** Runs a task's check. The result is safe with the outbox before the learner sees it. */
export async function performCheck(context: WorkContext, frame: FrameOf<'check'>): Promise<Answer> {
  const { live, scenario, services, fanOut, timeline, tasks, identity, signal } = context;
  const task = scenario.tasks.find((candidate) => candidate.id === frame.task);
  if (!task) return refused(frame.id, 'unknown-task', 'This lab has no such task. Reload the page.');
  const { prediction: guess } = frame;
  if (guess !== null && !task.prediction?.options.some((option) => option.id === guess)) {
    return refused(
      frame.id,
      'malformed',
      'The prediction is none of the options. Choose one and check again.',
    );
  }
  const { verdict, prediction } = await services.runCheck(live, task, {
    prediction: guess,
    say: (text) => context.progress(task.id, text),
    signal,
  });
  signal.throwIfAborted();
  tasks[task.id] = verdict;
  await services.report({
    kind: 'task',
    ...identity,
    host: services.settings.hostName,
    task: task.id,
    verdict,
    prediction,
  });
  fanOut.broadcast({ type: 'verdict', replyTo: frame.id, task: task.id, verdict, prediction });
  timeline.add('check', `${task.title}: ${verdict.ok ? 'passed' : 'not yet'}. ${verdict.evidence}`);
  return null;
}
