import { expect, it } from 'vitest';
import { Progress } from './progress';

function fakeProgress() {
  const lines: string[] = [];
  const clock = { ms: 0 };
  return { lines, clock, progress: new Progress({ write: (line) => lines.push(line), now: () => clock.ms }) };
}

it('a quick step says one line, with its time', async () => {
  const { lines, clock, progress } = fakeProgress();
  await progress.step('PostgreSQL', async () => {
    clock.ms = 1234;
  });
  expect(lines).toEqual(['[  1.2 s] PostgreSQL: ready (1.2 s)']);
});

it('a long step says what it does and how far it is, not more often than every two seconds', async () => {
  const { lines, clock, progress } = fakeProgress();
  await progress.step('Lab image', async (report) => {
    for (clock.ms = 0; clock.ms < 5000; clock.ms += 100) report('downloading', clock.ms / 50);
  });
  expect(lines).toEqual([
    '[  2.0 s] Lab image: downloading 40 %',
    '[  4.0 s] Lab image: downloading 80 %',
    '[  5.0 s] Lab image: ready (5.0 s)',
  ]);
});

it('a step says its own result', async () => {
  const { lines, progress } = fakeProgress();
  await progress.step(
    'Site',
    async () => false,
    (isNew) => (isNew ? 'built' : 'unchanged'),
  );
  expect(lines[0]).toContain('Site: unchanged');
});

it('a failed step passes its error on and does not claim to be ready', async () => {
  const { lines, progress } = fakeProgress();
  await expect(progress.step('Docker', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(lines).toEqual([]);
});
