import type { ClientFrame } from '@/labs/protocol/client-frames';
import {
  closeCodes,
  type RunSnapshot,
  type RunState,
  type ServerPayload,
} from '@/labs/protocol/server-frames';
import type { TaskVerdict } from '@/labs/protocol/tasks';
import { LaunchError } from '@/labs/runtime/cell-runtime';
import type { Scenario } from '@/labs/scenarios/scenario';
import type { Admitted } from '@/labs/service/admission/admission';
import type { SuppliedCell } from '@/labs/service/pool/cell-supply';
import { CellWork } from './cell-work';
import { describeRun } from './describe-run';
import { FanOut, type Subscriber } from './fan-out';
import {
  failureOfLaunch,
  longestTime,
  notRunning,
  queueIsFull,
  suspendedByLoss,
  suspendedByShutdown,
  type Failure,
} from './learner-messages';
import { RunExpiry } from './run-expiry';
import type { RunIdentity, SessionServices } from './session-services';
import { Timeline } from './timeline';
import { WaitingApplies } from './waiting-applies';
import { done, refused, type FrameOf } from './work-context';

type EndReason = Extract<RunState, { kind: 'ended' }>['reason'];

export type SessionHooks = {
  /** Why the run may not be started now; null when it may. */
  obstacle(): Failure | null;
  /** The session has nothing left to do. */
  over(): void;
};

/** The attempt to get a cell, or the hold on one. */
type Hold = { abort: AbortController; admitted: Admitted; work: CellWork | null; expiry: RunExpiry | null };

/** One learner's run: its sockets, its state, and the cell that it holds while it is ready. */
export class RunSession {
  private current: RunState = { kind: 'suspended', message: 'The lab was not started yet.' };
  private hold: Hold | null = null;
  private readonly fanOut = new FanOut();
  private readonly tasks: Record<string, TaskVerdict> = {};
  private readonly timeline = new Timeline((event) => this.fanOut.broadcast({ type: 'timeline', event }));
  private readonly waitingApplies = new WaitingApplies(this.fanOut);
  private cellsUsed = 0;
  private absence: NodeJS.Timeout | undefined;
  private releasing: Promise<void> = Promise.resolve();

  constructor(
    readonly identity: RunIdentity,
    private readonly scenario: Scenario,
    private readonly services: SessionServices,
    private readonly hooks: SessionHooks,
  ) {}

  get state(): RunState {
    return this.current;
  }

  /** Whether the run holds a cell or is about to. */
  get isLive(): boolean {
    return this.hold !== null;
  }

  get hasSockets(): boolean {
    return this.fanOut.size > 0;
  }

  attach(socket: Subscriber): void {
    clearTimeout(this.absence);
    this.fanOut.add(socket);
    this.fanOut.reply(socket, { type: 'snapshot', snapshot: this.snapshot() });
    this.hold?.expiry?.touch();
  }

  /** The run outlives its sockets: for the idle time when it has a cell, for a short grace when it queues. */
  detach(socket: Subscriber): void {
    this.fanOut.remove(socket);
    if (this.fanOut.size > 0) return;
    const { kind } = this.current;
    if (kind === 'failed') return this.hooks.over();
    const { queueGraceMs, idleMs } = this.services.settings;
    if (kind === 'queued') this.absence = setTimeout(() => this.forgetQueued(), queueGraceMs);
    if (kind === 'suspended') this.absence = setTimeout(() => this.hooks.over(), idleMs);
  }

  /** Asks for a cell, unless the run has one or waits for one. */
  start(): void {
    if (this.hold || this.current.kind === 'ended') return;
    clearTimeout(this.absence);
    const obstacle = this.hooks.obstacle();
    if (obstacle) return this.fail(obstacle);
    const abort = new AbortController();
    const admitted = this.services.admission.enter({
      granted: () => void this.launch(hold),
      moved: (position) => this.setState({ kind: 'queued', position }),
    });
    if (admitted.kind === 'full') return this.fail(queueIsFull);
    const hold: Hold = { abort, admitted, work: null, expiry: null };
    this.hold = hold;
    if (admitted.kind === 'queued') this.setState({ kind: 'queued', position: admitted.position });
    else void this.launch(hold);
  }

  receive(from: Subscriber, frame: ClientFrame): void {
    switch (frame.type) {
      case 'ping':
        return this.fanOut.reply(from, done(frame.id));
      case 'end':
        this.fanOut.reply(from, done(frame.id));
        void this.end('learner');
        return;
      case 'extend':
        return this.extend(from, frame);
      default:
        this.hold?.expiry?.touch();
        if (this.hold?.work) return this.hold.work.handle(from, frame);
        if (frame.type === 'apply') return this.applyWhenReady(from, frame);
        this.fanOut.reply(from, refused(frame.id, 'not-ready', 'The lab is not running. Press Start lab.'));
    }
  }

  /** Answers a frame that the edge did not let through. */
  refuse(to: Subscriber, refusal: Extract<ServerPayload, { type: 'refused' }>): void {
    this.fanOut.reply(to, refusal);
  }

  /** Ends the run for good. Resolves when its cell is removed. */
  async end(reason: EndReason): Promise<void> {
    if (this.current.kind === 'ended') return this.releasing;
    const released = this.release();
    this.setState({ kind: 'ended', reason });
    const timeline = this.timeline.list();
    void this.services.report({ kind: 'ended', ...this.receiptIdentity(), reason, timeline });
    this.fanOut.closeAll(closeCodes.ended, reason);
    this.hooks.over();
    await released;
  }

  /** Takes the cell from the run because the service goes down; the site lets the learner go on later. */
  async shutDown(): Promise<void> {
    const wasLive = this.isLive;
    const released = this.release();
    if (wasLive) this.suspend(suspendedByShutdown);
    this.fanOut.closeAll(closeCodes.shutdown, 'restarting');
    clearTimeout(this.absence);
    await released;
  }

  private async launch(hold: Hold): Promise<void> {
    const { supply, metrics } = this.services;
    const startedAt = performance.now();
    const step = supply.hasWarm ? 'Taking a warm cell' : 'Starting five containers';
    this.setState({ kind: 'starting', step });
    const outcome = (label: string) =>
      metrics.start.observe({ outcome: label }, (performance.now() - startedAt) / 1000);
    try {
      const cell = await supply.take(hold.abort.signal);
      if (hold.abort.signal.aborted) {
        outcome('cancelled');
        return await this.giveBack(hold, cell);
      }
      outcome('ready');
      this.begin(hold, cell, performance.now() - startedAt);
    } catch (error) {
      if (hold.abort.signal.aborted) return outcome('cancelled');
      const code = error instanceof LaunchError ? error.code : 'engine-error';
      const problem =
        code === 'no-engine' || code === 'no-image' ? await this.services.engineProblem() : null;
      outcome(code);
      if (this.hold !== hold) return;
      const failure = failureOfLaunch(code, problem);
      this.waitingApplies.refuse(failure.message);
      void this.release();
      this.fail(failure);
    }
  }

  private begin(hold: Hold, cell: SuppliedCell, startMs: number): void {
    const { identity, scenario, fanOut, timeline, tasks, services } = this;
    const onLost = (reason: string) => this.lose(hold, reason);
    hold.work = new CellWork({ cell, identity, scenario, fanOut, timeline, tasks, services, onLost });
    const expiry = new RunExpiry(services.settings, {
      warn: (warning) => fanOut.broadcast({ type: 'expiring', ...warning }),
      moved: () => this.setReady(expiry, startMs),
      expire: (reason) => void this.end(reason),
    });
    hold.expiry = expiry;
    this.setReady(expiry, startMs);
    timeline.add('ready', `the lab was ready in ${Math.round(startMs)} ms`);
    void services.report({ kind: 'ready', ...this.receiptIdentity(), startMs });
    this.cellsUsed += 1;
    if (this.cellsUsed > 1) this.fanOut.broadcast({ type: 'snapshot', snapshot: this.snapshot() });
    this.waitingApplies.handOn((from, frame) => hold.work?.handle(from, frame));
  }

  private setReady(expiry: RunExpiry, startMs: number): void {
    const { expiresAt, hardLimitAt } = expiry;
    this.setState({ kind: 'ready', expiresAt, hardLimitAt, startMs });
  }

  private lose(hold: Hold, reason: string): void {
    if (this.hold !== hold) return;
    this.services.log.warn({ run: this.identity.run, reason }, 'a run lost its cell');
    void this.release();
    this.suspend(suspendedByLoss);
  }

  private suspend(message: string): void {
    this.setState({ kind: 'suspended', message });
    const timeline = this.timeline.list();
    void this.services.report({ kind: 'suspended', ...this.receiptIdentity(), timeline });
    if (!this.hasSockets) this.absence = setTimeout(() => this.hooks.over(), this.services.settings.idleMs);
  }

  private fail(failure: Failure): void {
    this.setState({ kind: 'failed', ...failure });
    this.waitingApplies.refuse(failure.message);
    if (failure.code !== 'another-run-is-live') {
      void this.services.report({ kind: 'failed', ...this.receiptIdentity(), code: failure.code });
    }
    // A session that fails while it is being joined gets its first socket within this turn.
    queueMicrotask(() => {
      if (!this.hasSockets) this.hooks.over();
    });
  }

  /** Lets go of the cell, or of the attempt to get one. Resolves when nothing of it is left. Called again, waits for the same. */
  private release(): Promise<void> {
    const hold = this.hold;
    if (!hold) return this.releasing;
    this.hold = null;
    hold.abort.abort(new Error('the run gave its place up'));
    this.waitingApplies.refuse('The lab ended before this was done.');
    hold.expiry?.stop();
    hold.work?.stop();
    if (hold.work) this.releasing = this.giveBack(hold, hold.work.cell);
    else hold.admitted.leave();
    return this.releasing;
  }

  private async giveBack(hold: Hold, cell: SuppliedCell): Promise<void> {
    await this.services.supply.discard(cell);
    hold.admitted.leave();
  }

  /** Apply on a run without a cell means: go on. */
  private applyWhenReady(from: Subscriber, frame: FrameOf<'apply'>): void {
    if (this.current.kind === 'queued' || this.current.kind === 'ended') {
      const message = 'The lab is not running yet. Apply again when it is.';
      return this.fanOut.reply(from, refused(frame.id, 'not-ready', message));
    }
    this.waitingApplies.add(from, frame);
    this.start();
  }

  private extend(from: Subscriber, frame: FrameOf<'extend'>): void {
    const expiry = this.hold?.expiry;
    if (!expiry?.extend()) {
      return this.fanOut.reply(from, refused(frame.id, 'not-ready', expiry ? longestTime : notRunning));
    }
    this.timeline.add('extended', 'the lab was extended');
    this.fanOut.reply(from, done(frame.id));
  }

  private forgetQueued(): void {
    if (this.current.kind === 'queued') {
      void this.release();
      this.hooks.over();
    }
  }

  private setState(state: RunState): void {
    this.current = state;
    this.fanOut.broadcast({ type: 'state', state });
  }

  private receiptIdentity() {
    return { ...this.identity, host: this.services.settings.hostName };
  }

  private snapshot(): RunSnapshot {
    const { current, hold, tasks, timeline } = this;
    return describeRun({ state: current, work: hold?.work ?? null, tasks, timeline });
  }
}
