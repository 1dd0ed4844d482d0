import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { createLiveCell } from '@/labs/cell/create-live-cell';
import type { Fault } from '@/labs/protocol/faults';
import { serverNames } from '@/labs/protocol/names';
import type { ProbeRequestInput, ProbeResponse } from '@/labs/protocol/requests';
import { ensureLabImage } from '@/labs/images/build';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';

const course = path.join(import.meta.dirname, '../../../content/courses/system-design-mastery');

/** A configuration that a lesson shows, by its path in the course. */
export const readLessonFile = (file: string) => readFile(path.join(course, file), 'utf8');

/** What Nginx says about its cache in the lessons' `X-Cache` header. */
export const cacheState = ({ headers }: ProbeResponse) =>
  headers.find(([name]) => name.toLowerCase() === 'x-cache')?.[1] ?? null;

/** How many of the requests were served by an app server, by the servers' own account. */
export const countServed = (responses: readonly ProbeResponse[]) =>
  responses.filter(({ server }) => server !== null).length;

/** A cell of its own for one lesson's Nginx configurations. */
export async function startNginxCell(name: string) {
  const cellId = randomUUID();
  const runtime = new DockerCellRuntime({
    instance: `${process.env.LAB_INSTANCE ?? 'test'}-${name}`,
    image: process.env.LAB_IMAGE ?? (await ensureLabImage()).tag,
  });
  const cell = await createLiveCell(await runtime.launch({ cellId, expiresAt: Date.now() + 600_000 }));
  return {
    cell,
    async apply(text: string) {
      expect(await cell.apply('nginx', { 'nginx.conf': text })).toMatchObject({ ok: true });
    },
    async injectAll(fault: Fault) {
      for (const server of serverNames) await cell.inject(server, fault);
    },
    /** The same request `count` times at once. */
    askAtOnce: (count: number, request: ProbeRequestInput) =>
      cell.send(
        Array.from({ length: count }, () => request),
        { concurrency: count },
      ),
    async askOnce(request: ProbeRequestInput) {
      const [response] = await cell.send([request]);
      if (!response) throw new Error('The cell sent no response.');
      return response;
    },
    async remove() {
      cell.dispose();
      await runtime.remove(cellId);
      await runtime.close();
    },
  };
}
export type NginxCell = Awaited<ReturnType<typeof startNginxCell>>;
