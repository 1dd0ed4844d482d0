import type { FanOut, Subscriber } from './fan-out';
import { refused, type FrameOf } from './work-context';

/** Each may hold half a megabyte. */
const maxWaiting = 4;

/** Applies that came while the cell is still on its way. Each is either handed on or refused, never dropped. */
export class WaitingApplies {
  private waiting: { from: Subscriber; frame: FrameOf<'apply'> }[] = [];

  constructor(private readonly fanOut: FanOut) {}

  add(from: Subscriber, frame: FrameOf<'apply'>): void {
    if (this.waiting.length < maxWaiting) this.waiting.push({ from, frame });
    else
      this.fanOut.reply(
        from,
        refused(frame.id, 'busy', 'The lab is starting; an Apply waits for it already.'),
      );
  }

  handOn(take: (from: Subscriber, frame: FrameOf<'apply'>) => void): void {
    for (const { from, frame } of this.waiting.splice(0)) take(from, frame);
  }

  refuse(message: string): void {
    this.handOn((from, frame) => this.fanOut.reply(from, refused(frame.id, 'not-ready', message)));
  }
}
