import 'server-only';
import { Client } from 'pg';
import { log } from '@/lib/config/log';
import { siteEnv } from '@/lib/config/env';

export type Listener = {
  /** What was sent to the channel, in the order of the commits. */
  heard: (payload: string) => void;
  /** The connection stands, for the first time or again: what was sent before may have been missed. */
  connected: () => void;
};

const pauseMs = { first: 250, longest: 15_000 } as const;
/** A connection that is dead and does not know it (a firewall forgot it) is found by asking. */
const askEveryMs = 30_000;

/** The delay before the connection is tried for the `failures`-th time in a row, half of it by chance: copies do not come back as one. */
const reconnectMs = (failures: number, chance = Math.random()) => {
  const most = Math.min(pauseMs.longest, pauseMs.first * 2 ** (failures - 1));
  return Math.round(most / 2 + (most / 2) * chance);
};

/** A connection that listens, until `lost` is called, once. */
const connect = async (channel: string, { heard }: Listener, lost: () => void) => {
  const client = new Client({
    connectionString: siteEnv().DATABASE_URL,
    connectionTimeoutMillis: 5000,
    query_timeout: 10_000,
    keepAlive: true,
    application_name: `${channel} listener`,
  });
  // An attempt that fails is told by its own promise; only a connection that stood can be lost.
  let isUp = false;
  const ask = () => (isUp ? client.query('SELECT 1').catch(end) : undefined);
  const asking = setInterval(ask, askEveryMs).unref();
  const end = () => {
    clearInterval(asking);
    client.end().catch(() => undefined);
    if (isUp) lost();
    isUp = false;
  };
  client.on('error', end);
  client.on('end', end);
  client.on('notification', ({ payload }) => heard(payload ?? ''));
  try {
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  } catch (error) {
    end();
    throw error;
  }
  isUp = true;
  return { end };
};

/**
 * Listens to a channel of PostgreSQL over one connection of its own, which is made again whenever it is lost. Needs a connection
 * to the server itself or a pool that gives a connection for good: one that shares connections between transactions drops LISTEN.
 */
export const listen = (channel: string, listener: Listener): { close: () => void } => {
  let isClosed = false;
  let failures = 0;
  let retry: NodeJS.Timeout | undefined;
  let current: { end: () => void } | undefined;

  const again = () => {
    current = undefined;
    if (isClosed) return;
    failures += 1;
    retry = setTimeout(() => void open(), reconnectMs(failures));
    retry.unref();
  };
  const open = async () => {
    try {
      current = await connect(channel, listener, again);
    } catch (error) {
      if (failures === 0) log().warn({ err: error, channel }, 'not listening');
      again();
      return;
    }
    if (isClosed) return current.end();
    if (failures > 0) log().info({ channel }, 'listening again');
    failures = 0;
    listener.connected();
  };
  void open();
  return {
    close: () => {
      isClosed = true;
      clearTimeout(retry);
      current?.end();
    },
  };
};
