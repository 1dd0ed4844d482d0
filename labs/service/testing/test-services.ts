import { ServerFrame } from '@/labs/protocol/server-frames';
import type { ReceiptEvent } from '@/labs/protocol/receipts';
import type { TicketClaims } from '@/labs/protocol/ticket';
import type { Scenario } from '@/labs/scenarios/scenario';
import { Admission } from '@/labs/service/admission/admission';
import { createLog } from '@/labs/service/observability/log';
import { ServiceMetrics } from '@/labs/service/observability/metrics';
import { CellSupply } from '@/labs/service/pool/cell-supply';
import type { Subscriber } from '@/labs/service/sessions/fan-out';
import { RunRegistry } from '@/labs/service/sessions/run-registry';
import type { RunCheck } from '@/labs/service/sessions/session-services';
import { FakeLiveCell } from './fake-live-cell';
import { FakeRuntime } from './fake-runtime';

const minute = 60_000;

export const testScenario: Scenario = {
  slug: 'failover',
  title: 'Failover',
  summary: '',
  minutes: 10,
  lesson: 'load-balancers',
  goals: [],
  tasks: [
    {
      id: 'spread',
      title: 'Spread',
      instruction: '',
      hints: [],
      prediction: {
        question: 'What happens?',
        options: [
          { id: 'a', text: 'A' },
          { id: 'b', text: 'B' },
        ],
      },
      check: () => Promise.reject(new Error('the tests bring their own runCheck')),
    },
  ],
  debrief: { question: '', answer: '', points: [] },
  startFails: ['spread'],
  wrong: [],
};

export const passed = {
  ok: true,
  evidence: 'all good',
  counterExample: null,
  expected: null,
  failedRequests: null,
};

/** A tab: keeps the frames that it got, each parsed as a browser would. */
export class FakeTab implements Subscriber {
  readonly frames: ServerFrame[] = [];
  closedWith: number | null = null;

  send(text: string): void {
    this.frames.push(ServerFrame.parse(JSON.parse(text)));
  }

  close(code: number): void {
    this.closedWith = code;
  }

  all<T extends ServerFrame['type']>(type: T): Extract<ServerFrame, { type: T }>[] {
    return this.frames.filter((frame): frame is Extract<ServerFrame, { type: T }> => frame.type === type);
  }

  /** The run's state as this tab knows it. */
  get state() {
    const states = this.frames.flatMap((frame) =>
      frame.type === 'state' ? [frame.state] : frame.type === 'snapshot' ? [frame.snapshot.state] : [],
    );
    return states.at(-1);
  }
}

type Options = { places?: number; maxQueue?: number; warmCells?: number; runCheck?: RunCheck };

/** Everything of the service except its edge and outbox, over fake cells. */
export function createTestServices(options: Options = {}) {
  const runtime = new FakeRuntime();
  const lives = new Map<string, FakeLiveCell>();
  const receipts: ReceiptEvent[] = [];
  const metrics = new ServiceMetrics();
  const log = createLog('silent');
  const places = options.places ?? 5;
  const supply = new CellSupply({
    runtime,
    createLiveCell: ({ id }) => {
      const live = new FakeLiveCell(id);
      lives.set(id, live);
      return Promise.resolve(live);
    },
    warmCells: options.warmCells ?? 0,
    maxCells: places,
    maxLaunches: 4,
    refillPauseMs: 20,
    launchDeadlineMs: 60 * minute,
    labelLifetimeMs: minute,
    metrics,
    log,
  });
  const registry = new RunRegistry({
    settings: {
      hostName: 'test-host',
      idleMs: 15 * minute,
      maxAgeMs: 120 * minute,
      warningMs: 2 * minute,
      queueGraceMs: 5000,
    },
    admission: new Admission({ places, maxQueue: options.maxQueue ?? 10 }),
    supply,
    report: (event) => {
      receipts.push(event);
      return Promise.resolve();
    },
    engineProblem: async () => {
      const health = await runtime.health();
      return health.ok ? null : health.message;
    },
    runCheck: options.runCheck ?? (() => Promise.resolve({ verdict: passed, prediction: null })),
    findScenario: (slug) => (slug === testScenario.slug ? testScenario : undefined),
    metrics,
    log,
  });
  /** The fake behind the only live cell that is not disposed of. */
  const onlyCell = () => {
    const inUse = [...lives.values()].filter((live) => !live.isDisposed);
    const [cell] = inUse;
    if (!cell || inUse.length !== 1) throw new Error(`there are ${inUse.length} cells in use`);
    return cell;
  };
  return { runtime, lives, receipts, registry, supply, onlyCell };
}

/** Claims of a learner's ticket; `learner` and `run` are numbers that become ids. */
export function claimsOf(learner: number, run = learner, scenario = testScenario.slug): TicketClaims {
  const uuid = (value: number) => `00000000-0000-4000-8000-${String(value).padStart(12, '0')}`;
  return {
    iss: 'site',
    aud: 'lab-service',
    sub: `learner-${learner}`,
    jti: uuid(run),
    iat: 0,
    exp: 60,
    run: uuid(run),
    scenario,
    origin: 'http://localhost:3000',
  };
}
