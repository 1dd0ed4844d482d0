import { randomUUID } from 'node:crypto';
import type { CryptoKey } from 'jose';
import type { ReceiptEvent } from '@/labs/protocol/receipts';
import type { Logger } from '@/labs/service/observability/log';
import type { ServiceMetrics } from '@/labs/service/observability/metrics';
import { ReceiptFiles } from './receipt-files';
import { sendReceipt } from './send-receipt';

const firstBackoffMs = 500;
const longestBackoffMs = 30_000;
const defaultMaxPending = 10_000;

type OutboxOptions = {
  dataDir: string;
  siteUrl: string;
  key: CryptoKey;
  metrics: ServiceMetrics;
  log: Logger;
  maxPending?: number;
};

/**
 * Receipts on their way to the site, oldest first. A receipt is on disk before it is sent and until the site took it,
 * so neither a dead site nor a killed lab service loses it; the site stores each `id` once.
 */
export class Outbox {
  private readonly files: ReceiptFiles;
  private pending: string[] = [];
  private readonly stopping = new AbortController();
  private writing: Promise<void> = Promise.resolve();
  private delivering: Promise<void> = Promise.resolve();
  private isDelivering = false;
  private endWait: (() => void) | null = null;

  private constructor(private readonly options: OutboxOptions) {
    this.files = new ReceiptFiles(options.dataDir);
  }

  /** Takes up what an earlier process left and starts to send. */
  static async open(options: OutboxOptions): Promise<Outbox> {
    const outbox = new Outbox(options);
    outbox.pending = await outbox.files.open();
    outbox.count();
    outbox.deliver();
    return outbox;
  }

  /** Resolves when the receipt is safe on disk. Receipts are delivered in the order of the calls. Never rejects: a full disk is logged. */
  report(event: ReceiptEvent): Promise<void> {
    this.writing = this.writing.then(() => this.store(event));
    return this.writing;
  }

  /** Tries now instead of waiting out the backoff. */
  nudge(): void {
    this.endWait?.();
  }

  /** Gives what is pending up to `graceMs` to be sent; the rest stays on disk. */
  async close(graceMs: number): Promise<void> {
    await this.writing;
    this.nudge();
    const timer = setTimeout(() => this.stop(), graceMs);
    await this.delivering;
    clearTimeout(timer);
    this.stop();
  }

  private stop(): void {
    this.stopping.abort();
    this.endWait?.();
  }

  private async store(event: ReceiptEvent): Promise<void> {
    try {
      const name = await this.files.write({ id: randomUUID(), at: Date.now(), event });
      this.pending.push(name);
      const excess = this.pending.length - (this.options.maxPending ?? defaultMaxPending);
      for (const dropped of excess > 0 ? this.pending.splice(0, excess) : []) {
        this.options.log.error({ receipt: dropped }, 'the outbox is full: its oldest receipt is set aside');
        await this.bury(dropped);
      }
    } catch (error) {
      this.options.log.error({ err: error, kind: event.kind }, 'a receipt could not be written');
    }
    this.count();
    this.deliver();
  }

  private deliver(): void {
    if (this.isDelivering || this.stopping.signal.aborted) return;
    this.isDelivering = true;
    this.delivering = this.deliverAll();
  }

  private async deliverAll(): Promise<void> {
    let backoffMs = firstBackoffMs;
    for (let name = this.pending[0]; name && !this.stopping.signal.aborted; name = this.pending[0]) {
      const isSettled = await this.deliverOne(name);
      if (isSettled) {
        backoffMs = firstBackoffMs;
        this.pending = this.pending.filter((other) => other !== name);
        this.count();
      } else if (!this.stopping.signal.aborted) {
        await this.wait(backoffMs * (0.75 + Math.random() / 2));
        backoffMs = Math.min(longestBackoffMs, backoffMs * 2);
      }
    }
    this.isDelivering = false;
  }

  private async deliverOne(name: string): Promise<boolean> {
    const { log } = this.options;
    try {
      const receipt = await this.files.read(name);
      if (!receipt) {
        log.error({ receipt: name }, 'a file in the outbox is not a receipt: it is set aside');
        await this.bury(name);
        return true;
      }
      const { outcome, reason } = await sendReceipt(receipt, this.options, this.stopping.signal);
      if (outcome === 'delivered') await this.files.remove(name);
      else if (outcome === 'refused') {
        log.error({ receipt: name, kind: receipt.event.kind, reason }, 'the site refused a receipt');
        await this.bury(name);
      } else if (!this.stopping.signal.aborted) {
        log.warn({ pending: this.pending.length, reason }, 'the site did not take a receipt; trying again');
      }
      return outcome !== 'retry';
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isGone) log.error({ err: error, receipt: name }, 'the outbox could not handle a receipt');
      return isGone;
    }
  }

  private async bury(name: string): Promise<void> {
    this.options.metrics.receiptsDead.inc();
    await this.files.bury(name);
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.endWait = null;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.endWait = done;
    });
  }

  private count(): void {
    this.options.metrics.receiptsPending.set(this.pending.length);
  }
}
