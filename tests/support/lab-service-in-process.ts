import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseLabEnv } from '@/labs/service/env';
import { startLabService, type LabService, type LabServiceParts } from '@/labs/service/lab-service';
import { loadKeys } from '@/labs/service/load-keys';
import { createLog } from '@/labs/service/observability/log';
import { FakeLiveCell } from '@/labs/service/testing/fake-live-cell';
import { FakeRuntime } from '@/labs/service/testing/fake-runtime';
import { passed, testScenario } from '@/labs/service/testing/test-services';
import { ensureKeys } from '@/setup/keys';
import { LabClient } from './lab-client';
import { mintTicket, type TicketWishes } from './lab-tickets';

export interface LabServiceInProcess {
  readonly service: LabService;
  readonly runtime: FakeRuntime;
  readonly lives: Map<string, FakeLiveCell>;
  mintTicket(wishes?: TicketWishes): Promise<string>;
  connect(wishes?: TicketWishes & { replace?: boolean }): Promise<LabClient>;
  /** A random port, the edge and all behind it as in production; only the cells are fakes. */
  stop(): Promise<void>;
}

/** The whole service in this process over fake cells (or other `parts`): for what is about sockets and files, not about containers. */
export async function startLabServiceInProcess(
  env: Record<string, string> = {},
  parts: Partial<LabServiceParts> = {},
): Promise<LabServiceInProcess> {
  const dataDir = env.DATA_DIR ?? (await mkdtemp(path.join(os.tmpdir(), 'lab-service-')));
  const keys = await ensureKeys(dataDir);
  const settings = parseLabEnv({
    LAB_PORT: '0',
    LAB_HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    SITE_URL: 'http://127.0.0.1:9',
    LAB_IMAGE: 'none',
    LAB_INSTANCE: 'test',
    LAB_WARM_CELLS: '0',
    ...env,
  });
  const runtime = new FakeRuntime();
  const lives = new Map<string, FakeLiveCell>();
  const service = await startLabService({
    env: settings,
    runtime,
    createLiveCell: ({ id }) => {
      const live = new FakeLiveCell(id);
      lives.set(id, live);
      return Promise.resolve(live);
    },
    findScenario: (slug) => (slug === testScenario.slug ? testScenario : undefined),
    runCheck: () => Promise.resolve({ verdict: passed, prediction: null }),
    ...(await loadKeys(settings)),
    log: createLog('silent'),
    ...parts,
  });
  const mint = (wishes: TicketWishes = {}) =>
    mintTicket(keys.ticketPrivate, { scenario: testScenario.slug, ...wishes });
  return {
    service,
    runtime,
    lives,
    mintTicket: mint,
    connect: async ({ replace = false, ...wishes } = {}) =>
      LabClient.connect({ port: service.port, ticket: await mint(wishes), replace }),
    async stop() {
      await service.stop();
      if (!env.DATA_DIR) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
