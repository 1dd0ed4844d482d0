import { request as httpRequest, type Agent } from 'node:http';
import type { LookupFunction } from 'node:net';
import type { TransportError } from '@/labs/protocol/requests';
import type { z } from 'zod';
import { headerPairs } from '../app/describe-request';
import { toTransportError } from './transport-error';

export type OutgoingRequest = {
  agent: Agent;
  lookup: LookupFunction;
  host: string;
  port: number;
  method: string;
  path: string;
  headers: readonly (readonly [string, string])[];
  body: string;
  /** Time that is left until the request counts as timed out. */
  timeoutMs: number;
  keepBody: boolean;
};

export type RequestOutcome = {
  status: number | null;
  error: z.infer<typeof TransportError> | null;
  bytes: number;
  headers: [string, string][];
  body: string;
  /** The connection had carried a request before and ended, within `overtakenMs` of the writing, without one byte of an answer. */
  wasOvertaken: boolean;
};

/** A close that was on its way when the request was written shows within this time, also where processors are scarce. */
const overtakenMs = 1000;
const maxBodyBytes = 64 * 1024;

/**
 * Sends one request, once; it is never repeated here. A kept connection that is known to be closed before the request is written is replaced by a new one.
 * When the close was on its way at that moment, `wasOvertaken` says so and the caller decides.
 */
export function sendRequest(outgoing: OutgoingRequest): Promise<RequestOutcome> {
  return new Promise((resolve) => {
    const outcome: RequestOutcome = {
      status: null,
      error: null,
      bytes: 0,
      headers: [],
      body: '',
      wasOvertaken: false,
    };
    let settled = false;
    const settle = (error: RequestOutcome['error']) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      resolve({ ...outcome, error });
    };
    const flat = outgoing.headers.flatMap(([name, value]) => [name, value]);
    const send = () =>
      httpRequest({
        agent: outgoing.agent,
        lookup: outgoing.lookup,
        host: outgoing.host,
        port: outgoing.port,
        method: outgoing.method,
        path: outgoing.path,
        headers: flat,
      });
    const writtenAt = performance.now();
    let request: ReturnType<typeof send>;
    const timer = setTimeout(
      () => {
        settle('timeout');
        request.destroy();
      },
      Math.max(1, outgoing.timeoutMs),
    );
    try {
      request = send();
    } catch (error) {
      settle(toTransportError(error));
      return;
    }
    request.on('error', (error) => {
      const code = toTransportError(error);
      const isEnd = code === 'closed' || code === 'reset';
      outcome.wasOvertaken =
        isEnd &&
        request.reusedSocket &&
        outcome.status === null &&
        performance.now() - writtenAt < overtakenMs;
      settle(code);
    });
    // An upgrade is not spoken here; without this listener Node would keep its socket for ever.
    request.on('upgrade', (response, socket) => {
      outcome.status = response.statusCode ?? null;
      socket.destroy();
      settle(null);
    });
    request.on('response', (response) => {
      outcome.status = response.statusCode ?? null;
      outcome.headers = headerPairs(response.rawHeaders);
      const kept: Buffer[] = [];
      let room = outgoing.keepBody ? maxBodyBytes : 0;
      response.on('data', (chunk: Buffer) => {
        outcome.bytes += chunk.length;
        if (room <= 0) return;
        kept.push(chunk.subarray(0, room));
        room -= chunk.length;
      });
      response.on('end', () => {
        outcome.body = Buffer.concat(kept).toString('utf8');
        settle(null);
      });
      response.on('error', (error) => settle(toTransportError(error)));
      response.on('close', () => settle('closed'));
    });
    request.end(outgoing.body === '' ? undefined : outgoing.body);
  });
}
