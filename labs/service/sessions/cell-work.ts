import { BalancerUnreachableError, type LiveCellEvent } from '@/labs/cell/live-cell';
import type { CheckProgress } from '@/labs/protocol/server-frames';
import { RateLimit } from '@/labs/service/edge/rate-limit';
import type { SuppliedCell } from '@/labs/service/pool/cell-supply';
import type { Subscriber } from './fan-out';
import { performApply } from './perform-apply';
import { performFault, performHeal, performRestart, performSend, performTraffic } from './perform-change';
import { performCheck } from './perform-check';
import { refused, type Answer, type WorkContext, type WorkFrame } from './work-context';
import { WorkLine } from './work-line';

type CellWorkOptions = Omit<WorkContext, 'live' | 'signal' | 'progress'> & {
  cell: SuppliedCell;
  onLost(reason: string): void;
};

const sendsPerSecond = 5;
const sendBurst = 10;
const maxSendsInFlight = 10;

function perform(context: WorkContext, frame: WorkFrame): Promise<Answer> {
  switch (frame.type) {
    case 'apply':
      return performApply(context, frame);
    case 'fault':
      return performFault(context, frame);
    case 'heal':
      return performHeal(context, frame);
    case 'traffic':
      return performTraffic(context, frame);
    case 'restart-balancer':
      return performRestart(context, frame);
    case 'check':
      return performCheck(context, frame);
    case 'send':
      return performSend(context, frame);
  }
}

/** What a learner does with the cell of a ready run: frames in, frames out, one change at a time. */
export class CellWork {
  readonly cell: SuppliedCell;
  private readonly line = new WorkLine();
  private readonly sends = new RateLimit(sendsPerSecond, sendBurst);
  private sendsInFlight = 0;
  private running: CheckProgress | null = null;
  private readonly stopping = new AbortController();
  private readonly context: WorkContext;
  private readonly unlisten: () => void;

  constructor(private readonly options: CellWorkOptions) {
    this.cell = options.cell;
    this.context = {
      ...options,
      live: options.cell.live,
      signal: this.stopping.signal,
      progress: (task, text) => this.say(task, text),
    };
    this.unlisten = options.cell.live.on((event) => this.onCellEvent(event));
  }

  /** The running check, as far as it has told. */
  get checking(): CheckProgress | null {
    return this.running;
  }

  /** Ends a running check; what still waits is refused. */
  stop(): void {
    this.stopping.abort(new Error('the cell was taken from the run'));
    this.unlisten();
  }

  handle(from: Subscriber, frame: WorkFrame): void {
    if (this.line.isChecking) return this.refuseBusy(from, frame, 'A check is running. Wait until it ends.');
    if (frame.type === 'send') return this.send(from, frame);
    const kind = frame.type === 'check' ? 'check' : 'short';
    if (!this.line.run(kind, () => this.answer(from, frame))) {
      this.refuseBusy(from, frame, 'Several changes are still being made. Wait until they are done.');
    }
  }

  private send(from: Subscriber, frame: Extract<WorkFrame, { type: 'send' }>): void {
    if (this.sendsInFlight >= maxSendsInFlight || !this.sends.take()) {
      const message = 'The composer sends at most 5 requests a second. Wait a second, then send again.';
      return this.options.fanOut.reply(from, refused(frame.id, 'too-fast', message));
    }
    this.sendsInFlight += 1;
    void this.answer(from, frame).finally(() => {
      this.sendsInFlight -= 1;
    });
  }

  private refuseBusy(from: Subscriber, frame: WorkFrame, message: string): void {
    this.options.fanOut.reply(from, refused(frame.id, 'busy', message));
  }

  /** Does the work and answers. Never rejects: what goes wrong becomes a refusal. */
  private async answer(from: Subscriber, frame: WorkFrame): Promise<void> {
    const { fanOut, services, identity } = this.options;
    try {
      this.stopping.signal.throwIfAborted();
      const answer = await perform(this.context, frame);
      if (answer) fanOut.reply(from, answer);
    } catch (error) {
      if (this.stopping.signal.aborted) {
        fanOut.reply(from, refused(frame.id, 'not-ready', 'The lab ended before this was done.'));
      } else if (error instanceof BalancerUnreachableError) {
        const message = 'The balancer does not answer. Press Restart balancer, then try again.';
        fanOut.reply(from, refused(frame.id, 'balancer-unreachable', message));
      } else {
        services.log.error({ err: error, run: identity.run, frame: frame.type }, 'work on a cell failed');
        const message =
          'The lab could not do that. Try again; if it stays so, end the lab and start it anew.';
        fanOut.reply(from, refused(frame.id, 'not-ready', message));
      }
    } finally {
      if (frame.type === 'check' && this.running !== null) this.say(frame.task, null);
    }
  }

  private say(task: string, text: string | null): void {
    this.running = text === null ? null : { task, text };
    this.options.fanOut.broadcast({ type: 'check-progress', task, text });
  }

  private onCellEvent(event: LiveCellEvent): void {
    const { fanOut, timeline } = this.options;
    switch (event.type) {
      case 'stats':
      case 'requests':
      case 'log':
        return fanOut.broadcast(event);
      case 'faults':
        fanOut.broadcast({ type: 'faults', faults: event.faults });
        if (event.ended?.why === 'healed') timeline.add('healed', `${event.ended.server} was healed`);
        if (event.ended?.why === 'lease') {
          timeline.add('lease-ended', `${event.ended.server} healed by itself: the fault's time was over`);
        }
        return;
      case 'balancer':
        fanOut.broadcast(event);
        if (event.balancer.kind === 'down') timeline.add('balancer-down', event.balancer.reason);
        return;
      case 'lost':
        return this.options.onLost(event.reason);
    }
  }
}
