export type ExpiryReason = 'idle' | 'age';

type ExpirySettings = { idleMs: number; maxAgeMs: number; warningMs: number };
type ExpiryListener = {
  warn(warning: { reason: ExpiryReason; endsAt: number; extendable: boolean }): void;
  /** The end moved far enough to be worth telling. */
  moved(expiresAt: number): void;
  expire(reason: ExpiryReason): void;
};

/** Smaller moves of the end are not announced: every frame of the learner moves it. */
const announceStepMs = 30_000;

/** When a run ends by itself: after `idleMs` without the learner, and after `maxAgeMs` at the latest. Times are epoch ms. */
export class RunExpiry {
  readonly hardLimitAt: number;
  private idleUntil: number;
  private announced: number;
  private hasWarned = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly settings: ExpirySettings,
    private readonly listener: ExpiryListener,
  ) {
    const now = Date.now();
    this.hardLimitAt = now + settings.maxAgeMs;
    this.idleUntil = now + settings.idleMs;
    this.announced = this.expiresAt;
    this.arm();
  }

  get expiresAt(): number {
    return Math.min(this.idleUntil, this.hardLimitAt);
  }

  /** The learner did something. */
  touch(): void {
    this.moveTo(Date.now() + this.settings.idleMs, announceStepMs);
  }

  /** The learner asks for time: twice the idle time from now. False when the maximum age leaves none to give. */
  extend(): boolean {
    const before = this.expiresAt;
    this.moveTo(Date.now() + 2 * this.settings.idleMs, 0);
    return this.expiresAt > before;
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private moveTo(idleUntil: number, stepMs: number): void {
    this.idleUntil = Math.max(this.idleUntil, idleUntil);
    const isFar = this.expiresAt - this.announced >= stepMs;
    if (this.expiresAt === this.announced || !(isFar || this.hasWarned)) return;
    this.announced = this.expiresAt;
    this.hasWarned = false;
    this.listener.moved(this.expiresAt);
    this.arm();
  }

  private arm(): void {
    clearTimeout(this.timer);
    const endsAt = this.expiresAt;
    const nextAt = this.hasWarned ? endsAt : endsAt - this.settings.warningMs;
    this.timer = setTimeout(() => this.onTimer(endsAt), Math.max(0, nextAt - Date.now()));
  }

  private onTimer(armedFor: number): void {
    const endsAt = this.expiresAt;
    const reason = endsAt === this.hardLimitAt ? 'age' : 'idle';
    // The end moved a little, unannounced, since the timer was set.
    if (endsAt !== armedFor) return this.arm();
    if (this.hasWarned) return this.listener.expire(reason);
    this.hasWarned = true;
    this.announced = endsAt;
    this.listener.warn({ reason, endsAt, extendable: endsAt < this.hardLimitAt });
    this.arm();
  }
}
