import { randomUUID } from 'node:crypto';
import { createLiveCell } from '@/labs/cell/create-live-cell';
import type { LiveCell } from '@/labs/cell/live-cell';
import type { LabFiles } from '@/labs/protocol/files';
import { connectDocker } from '@/labs/runtime/docker/connect';
import { DockerCellRuntime } from '@/labs/runtime/docker/docker-cell-runtime';
import { ratioAgainst, timed, type Measurement } from './measurement';
import { findCompose, startByApiCalls, startByCompose } from './plain-topology';

const rounds = 7;

export const roundRobin: LabFiles = {
  'nginx.conf':
    'events {}\nhttp {\n  upstream pool { server app1:8080; server app2:8080; server app3:8080; }\n  server { listen 80; location / { proxy_pass http://pool; } }\n}\n',
};

async function routeOne(cell: LiveCell) {
  const applied = await cell.apply('nginx', roundRobin);
  const [answer] = await cell.send([{ path: '/' }]);
  if (!applied.ok || answer?.status !== 200 || !answer.server) throw new Error('The cell routed no request.');
}

/** From nothing to the first routed request, against the same topology without our code; the three take turns. */
export async function measureColdStart(image: string, instance: string): Promise<Measurement[]> {
  const docker = connectDocker();
  const runtime = new DockerCellRuntime({ instance, image, docker });
  const compose = await findCompose();
  const ours: number[] = [];
  const byApi: number[] = [];
  const byCompose: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const cellId = randomUUID();
    const started = await timed(async () => {
      const cell = await runtime.launch({ cellId, expiresAt: Date.now() + 600_000 });
      const live = await createLiveCell(cell);
      await routeOne(live);
      return live;
    });
    started.value.dispose();
    await runtime.remove(cellId);
    ours.push(started.ms);
    byApi.push(await startByApiCalls(docker, image, `${instance}-api`));
    if (compose) byCompose.push(await startByCompose(compose, docker, image, `${instance}-compose`));
  }
  await runtime.close();
  const name = 'Cold start to first routed request';
  const results = [ratioAgainst(name, ours, { name: 'plain parallel API calls', values: byApi }, 1.3)];
  if (compose)
    results.push(ratioAgainst(name, ours, { name: `${compose.join(' ')} up -d`, values: byCompose }, 0.75));
  else
    results.push({
      name,
      value: 'docker-compose is not installed',
      baseline: 'docker-compose up -d',
      compared: '—',
      limit: '≤ 0.75 ×',
      ok: null,
    });
  return results;
}
