import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createLiveCell } from '@/labs/cell/create-live-cell';
import type { LiveCell } from '@/labs/cell/live-cell';
import { ensureLabImage } from '@/labs/images/build';
import { mainFile, type LabFiles } from '@/labs/protocol/files';
import { serverNames, type Balancer } from '@/labs/protocol/names';
import type { ProbeRequestInput, ProbeResponse } from '@/labs/protocol/requests';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';

const folder = path.join(
  import.meta.dirname,
  '../../../content/courses/system-design-mastery/05-load-balancing/configs',
);
const extension = { nginx: 'conf', haproxy: 'cfg' } as const;

/** The configuration that a lesson of module 5 shows, as text. */
export const readConfiguration = (name: string, balancer: Balancer) =>
  readFile(path.join(folder, `${name}.${extension[balancer]}`), 'utf8');

/** One cell for the tests of the surrounding `describe`, healed after each of them. */
export function useLessonCell(balancer: Balancer, lesson: string) {
  const cellId = randomUUID();
  let runtime: DockerCellRuntime;
  let cell: LiveCell;
  beforeAll(async () => {
    runtime = new DockerCellRuntime({
      instance: `${process.env.LAB_INSTANCE ?? 'test'}-${lesson}-${balancer}`,
      image: process.env.LAB_IMAGE ?? (await ensureLabImage()).tag,
    });
    cell = await createLiveCell(await runtime.launch({ cellId, expiresAt: Date.now() + 600_000 }));
  });
  afterEach(() => cell.heal(null));
  afterAll(async () => {
    cell.dispose();
    await runtime.remove(cellId);
    await runtime.close();
  });
  return {
    cell: () => cell,
    async apply(text: string, more: LabFiles = {}) {
      const outcome = await cell.apply(balancer, { [mainFile[balancer]]: text, ...more });
      expect(outcome).toMatchObject({ ok: true });
    },
  };
}

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** How many of the answers each of app1, app2 and app3 gave. */
export const countByServer = (responses: readonly ProbeResponse[]) =>
  serverNames.map((name) => responses.filter(({ server }) => server === name).length);

export const countStatus = (responses: readonly ProbeResponse[], status: number) =>
  responses.filter((response) => response.status === status).length;

/** The first value of a header as the app server saw it. */
export const seenHeader = (response: ProbeResponse | undefined, name: string) =>
  response?.seenByServer?.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;

export const get = (pathname: string, headers: ProbeRequestInput['headers'] = []): ProbeRequestInput => ({
  path: pathname,
  headers,
});
