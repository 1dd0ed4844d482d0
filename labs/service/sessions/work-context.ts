import type { LiveCell } from '@/labs/cell/live-cell';
import type { ClientFrame } from '@/labs/protocol/client-frames';
import type { ServerPayload } from '@/labs/protocol/server-frames';
import type { TaskVerdict } from '@/labs/protocol/tasks';
import type { Scenario } from '@/labs/scenarios/scenario';
import type { FanOut } from './fan-out';
import type { RunIdentity, SessionServices } from './session-services';
import type { Timeline } from './timeline';

export type FrameOf<T extends ClientFrame['type']> = Extract<ClientFrame, { type: T }>;

/** Frames that need a cell. */
export type WorkFrame = FrameOf<
  'apply' | 'fault' | 'heal' | 'traffic' | 'send' | 'check' | 'restart-balancer'
>;

/** What the work on a ready run's cell is done with. */
export type WorkContext = {
  live: LiveCell;
  identity: RunIdentity;
  scenario: Scenario;
  fanOut: FanOut;
  timeline: Timeline;
  tasks: Record<string, TaskVerdict>;
  services: SessionServices;
  /** Tells every page, and those that come later, how far the running check is. */
  progress(task: string, text: string): void;
  /** Aborted when the cell is taken from the run. */
  signal: AbortSignal;
};

/** The answer to the asker alone; null when all of the run's sockets were told. */
export type Answer = ServerPayload | null;

type RefusalCode = Extract<ServerPayload, { type: 'refused' }>['code'];

export const refused = (replyTo: number, code: RefusalCode, message: string): ServerPayload => ({
  type: 'refused',
  replyTo,
  code,
  message,
});
export const done = (replyTo: number): ServerPayload => ({ type: 'done', replyTo });
