import type { TimelineEvent } from '@/labs/protocol/server-frames';

const maxEvents = 200;
const maxTextLength = 300;

/** What happened in a run, newest last; the oldest events go. */
export class Timeline {
  private events: TimelineEvent[] = [];

  constructor(private readonly onEvent: (event: TimelineEvent) => void) {}

  add(kind: TimelineEvent['kind'], text: string): void {
    const event: TimelineEvent = { at: Date.now(), kind, text: text.slice(0, maxTextLength) };
    this.events.push(event);
    if (this.events.length > maxEvents) this.events.shift();
    this.onEvent(event);
  }

  list(): TimelineEvent[] {
    return [...this.events];
  }
}
