import type { ServerName } from '@/labs/protocol/names';
import type { StatsWindow } from '@/labs/protocol/server-frames';

/** A server keeps one colour and one mark everywhere, so that nobody depends on colour alone. */
export const serverIdentity: Record<ServerName, { mark: string; colour: string }> = {
  app1: { mark: '●', colour: 'var(--app1)' },
  app2: { mark: '▲', colour: 'var(--app2)' },
  app3: { mark: '■', colour: 'var(--app3)' },
};

export type Health = StatsWindow['servers'][number]['health'];

export const healthWords: Record<Health, string> = {
  up: 'up',
  crashed: 'crashed',
  hung: 'hung',
  slow: 'slow',
  erroring: 'answers 500',
  unplugged: 'unplugged',
  down: 'down',
};
