import { readFile } from 'node:fs/promises';
import type { Fault } from '@/labs/protocol/faults';
import { LabServiceHost, type LabServiceProcess } from '@/tests/support/lab-service';
import type { LabClient } from '@/tests/support/lab-client';
import { roundRobin } from './cold-start';
import { absolute, mebibytes, median, timed, type Measurement } from './measurement';

const warmRounds = 9;
const applyRounds = 30;
const memoryRuns = 12;

const versioned = (version: number) => ({
  'nginx.conf': `events {}\nhttp {\n  upstream pool { server app1:8080; server app2:8080; server app3:8080; }\n  server { listen 80; location / { add_header X-Version ${version}; proxy_pass http://pool; } }\n}\n`,
});

async function apply(client: LabClient, files: Record<string, string>) {
  const answer = await client.request({ type: 'apply', balancer: 'nginx', files });
  if (answer.type !== 'applied' || !answer.outcome.ok)
    throw new Error(`Apply failed: ${JSON.stringify(answer)}`);
  return answer.outcome;
}

async function send(client: LabClient) {
  const request = {
    method: 'GET',
    path: '/',
    headers: [],
    body: '',
    connection: null,
    port: 80,
    timeoutMs: 5000,
  } as const;
  const answer = await client.request({ type: 'send', request: { ...request, headers: [] } });
  if (answer.type !== 'response') throw new Error(`No response: ${JSON.stringify(answer)}`);
  return answer.response;
}

/** Resolves when that many warm cells wait. */
async function untilWarm(service: LabServiceProcess, cells: number) {
  const deadline = Date.now() + 60_000;
  while ((await service.metric('lab_pool_cells')) < cells) {
    if (Date.now() > deadline) throw new Error('The pool did not fill within 60 s.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function measureWarmStart(service: LabServiceProcess): Promise<Measurement> {
  const times: number[] = [];
  for (let round = 0; round < warmRounds; round += 1) {
    await untilWarm(service, 2);
    const started = await timed(async () => {
      const client = await service.connect();
      await client.untilState('ready');
      await apply(client, roundRobin);
      const response = await send(client);
      if (response.server === null) throw new Error('The request was not served by an app server.');
      return client;
    });
    times.push(started.ms);
    await started.value.request({ type: 'end' });
    started.value.close();
  }
  return absolute('Warm start (socket opened) to first routed request', times, 50);
}

async function measureApply(client: LabClient): Promise<Measurement[]> {
  const reloaded: number[] = [];
  const checker: number[] = [];
  const served: number[] = [];
  await apply(client, versioned(0));
  for (let version = 1; version <= applyRounds; version += 1) {
    // The composer sends at most five requests a second, and Nginx rests 100 ms after a reload.
    await new Promise((resolve) => setTimeout(resolve, 250));
    const start = performance.now();
    const outcome = await apply(client, versioned(version));
    reloaded.push(performance.now() - start);
    checker.push(outcome.checkMs);
    for (;;) {
      const { headers } = await send(client);
      if (headers.some(([name, value]) => name.toLowerCase() === 'x-version' && value === String(version)))
        break;
    }
    served.push(performance.now() - start);
  }
  const ratio = median(reloaded) / median(checker);
  return [
    absolute('Apply: editor frame in to “reloaded” out', reloaded, 15),
    {
      name: 'Apply against the checker alone',
      value: `${median(reloaded).toFixed(1)} ms`,
      baseline: `nginx -t in the same container: ${median(checker).toFixed(1)} ms`,
      compared: `${ratio.toFixed(2)} ×`,
      limit: '≤ 2 ×',
      ok: ratio <= 2,
    },
    absolute('Apply to the first request served by the new configuration', served, 50),
  ];
}

const faults: [Fault, string][] = [
  [{ kind: 'crash' }, 'crashed'],
  [{ kind: 'hang' }, 'hung'],
  [{ kind: 'slow', delayMs: 300 }, 'slow'],
  [{ kind: 'errors', share: 1 }, 'erroring'],
  [{ kind: 'unplug' }, 'unplugged'],
];

async function measureFaults(client: LabClient): Promise<Measurement> {
  const times: number[] = [];
  await client.request({ type: 'traffic', settings: { on: true, rate: 50 } });
  for (const [fault, health] of [...faults, ...faults]) {
    const seen = client.frames.length;
    const start = performance.now();
    client.send({ type: 'fault', server: 'app2', fault });
    await client.until(
      () =>
        client.frames
          .slice(seen)
          .find(
            (frame) =>
              frame.type === 'stats' &&
              frame.stats.servers.some((server) => server.name === 'app2' && server.health === health),
          ),
      `app2 shown as ${health}`,
    );
    times.push(performance.now() - start);
    await client.request({ type: 'heal', server: null });
  }
  await client.request({ type: 'traffic', settings: { on: false, rate: 50 } });
  return absolute('Fault pressed to visible in a stats frame (every kind, twice)', times, 300);
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

/** Lets V8 return what it no longer needs before it is asked. */
async function measureServiceMemory(service: LabServiceProcess): Promise<Measurement> {
  const before = await residentBytes(service.pid);
  const clients: LabClient[] = [];
  for (let run = 0; run < memoryRuns; run += 1) {
    const client = await service.connect();
    await client.untilState('ready', 60_000);
    await apply(client, roundRobin);
    clients.push(client);
  }
  const each = ((await residentBytes(service.pid)) - before) / memoryRuns;
  for (const client of clients) {
    await client.request({ type: 'end' });
    client.close();
  }
  return {
    name: 'Lab service memory for each live cell',
    value: `${mebibytes(each)} (resident size before and with ${memoryRuns} live cells)`,
    baseline: '—',
    compared: mebibytes(each),
    limit: '≤ 2 MiB',
    ok: each <= 2 * 1024 ** 2,
  };
}

/** Everything that is measured through the lab service's socket, as a browser would. */
export async function measureLabService(): Promise<Measurement[]> {
  const host = await LabServiceHost.create();
  try {
    const service = await host.start({
      LAB_WARM_CELLS: '2',
      LAB_FRAMES_PER_SECOND: '1000',
      LAB_LOG_LEVEL: 'info',
    });
    const warm = await measureWarmStart(service);
    const client = await service.connect();
    await client.untilState('ready');
    const applies = await measureApply(client);
    const fault = await measureFaults(client);
    await client.request({ type: 'end' });
    client.close();
    return [warm, ...applies, fault, await measureServiceMemory(service)];
  } finally {
    await host.remove();
  }
}
