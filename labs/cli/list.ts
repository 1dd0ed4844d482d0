import { listScenarios } from '@/labs/scenarios/registry';

export function list(json: boolean): string {
  const scenarios = listScenarios().map(({ number, slug, title, summary, minutes, tasks }) => ({
    number,
    slug,
    title,
    summary,
    minutes,
    balancers: ['nginx', 'haproxy'],
    tasks: tasks.map((task) => ({ id: task.id, title: task.title })),
  }));
  if (json) return `${JSON.stringify(scenarios, null, 2)}\n`;
  return scenarios
    .map(({ number, slug, title, minutes, tasks }) =>
      [
        `${number}. ${slug}  ${title} (${minutes} min)`,
        ...tasks.map((task) => `     ${task.id.padEnd(12)} ${task.title}`),
        '',
      ].join('\n'),
    )
    .join('\n');
}
