import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { findViewer } from '@/lib/accounts/find-viewer';
import type { Viewer } from '@/lib/accounts/viewer';
import { log } from '@/lib/config/log';
import { metrics } from '@/lib/health/metrics';
import { takeUse, type Limit } from '@/lib/limits/take-use';
import type { Outcome } from '@/lib/outcome/outcome';
import { clientAddressOf } from './client-address';
import { readJson } from './read-json';
import { json, problem } from './respond';
import { isSameOrigin } from './same-origin';

type ViewerNeed = 'required' | 'optional' | 'none';
type ViewerFor<Need extends ViewerNeed> = Need extends 'required'
  ? Viewer
  : Need extends 'optional'
    ? Viewer | null
    : null;
type Params = Record<string, string>;
type RouteContext = { params: Promise<Params> };

export type Call<Need extends ViewerNeed, Body> = {
  request: Request;
  viewer: ViewerFor<Need>;
  body: Body;
  params: Params;
  requestId: string;
};

type Options<Need extends ViewerNeed, Schema extends z.ZodType> = {
  viewer: Need;
  /** Schema of the JSON body. Without it the body is not read. */
  body?: Schema;
  /** Largest body, 64 KiB unless told. */
  maxBodyBytes?: number;
  /** `any` only where the body authenticates itself, such as signed receipts. */
  origin?: 'same' | 'any';
  limit?: Limit & { by: 'viewer' | 'address' };
  /** Status of each expected error code; a code that is not listed is a 409. */
  errors?: Record<string, number>;
};

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const bodyStatus = { 'not-json': 415, 'too-large': 413, malformed: 400 } as const;

/**
 * Wraps a route handler: same Origin and JSON on unsafe methods, viewer, rate limit, size and schema are checked in that
 * order; an `Outcome` becomes a status with `{error: {code, message}}` or the value as JSON (204 for undefined);
 * what is thrown is logged with the request's id and answered as 500 without details.
 */
export const handle = <Need extends ViewerNeed, Schema extends z.ZodType = z.ZodUndefined>(
  options: Options<Need, Schema>,
  fn: (call: Call<Need, z.output<Schema>>) => Promise<Outcome<unknown> | Response>,
) => {
  const answer = async (request: Request, params: Params, requestId: string): Promise<Response> => {
    const viewer = options.viewer === 'none' ? null : await findViewer(request);
    const refused = await refuseEarly(request, options, viewer, requestId);
    if (refused) return refused;
    const body = await readBody(request, options);
    if (!body.ok) return problem(body.status, body.error, requestId);
    const outcome = await fn({
      request,
      // The border of the wrapper: the checks above made these fit the caller's types.
      viewer: viewer as ViewerFor<Need>,
      body: body.value as z.output<Schema>,
      params,
      requestId,
    });
    if (outcome instanceof Response) return outcome;
    if (outcome.ok) return json(outcome.value, requestId);
    return problem(options.errors?.[outcome.error.code] ?? 409, outcome.error, requestId);
  };

  return async (request: Request, context?: RouteContext): Promise<Response> => {
    const requestId = randomUUID();
    const stopTimer = metrics().durations.startTimer({ method: request.method });
    const response = await answer(request, (await context?.params) ?? {}, requestId).catch(
      (error: unknown) => {
        const { pathname } = new URL(request.url);
        log().error({ err: error, requestId, method: request.method, path: pathname }, 'unexpected');
        const message = `Something went wrong on our side. Try again; the incident is ${requestId}.`;
        return problem(500, { code: 'unexpected', message }, requestId);
      },
    );
    stopTimer();
    metrics().requests.inc({ status: response.status });
    return response;
  };
};

type Guards = Pick<Options<ViewerNeed, z.ZodType>, 'viewer' | 'origin' | 'limit'>;

const refuseEarly = async (request: Request, guards: Guards, viewer: Viewer | null, requestId: string) => {
  const refuse = (status: number, code: string, message: string, headers?: Record<string, string>) =>
    problem(status, { code, message }, requestId, headers);
  if (!safeMethods.has(request.method) && guards.origin !== 'any' && !isSameOrigin(request)) {
    return refuse(403, 'foreign-origin', 'This request did not come from a page of this site.');
  }
  if (guards.viewer === 'required' && !viewer) {
    return refuse(401, 'signed-out', 'You are signed out. Sign in, then try again.');
  }
  if (!guards.limit) return null;
  const subject = (guards.limit.by === 'viewer' && viewer?.id) || clientAddressOf(request);
  const limit = await takeUse(guards.limit, subject);
  if (limit.allowed) return null;
  const seconds = String(limit.retryAfterSeconds);
  return refuse(429, 'too-many-requests', `Too many requests. Try again in ${seconds} s.`, {
    'retry-after': seconds,
  });
};

const readBody = async (request: Request, options: { body?: z.ZodType; maxBodyBytes?: number }) => {
  if (!options.body) return { ok: true, value: undefined } as const;
  const read = await readJson(request, options.maxBodyBytes ?? 64 * 1024);
  if (!read.ok) return { ...read, status: bodyStatus[read.error.code] } as const;
  const parsed = options.body.safeParse(read.value);
  if (parsed.success) return { ok: true, value: parsed.data } as const;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  const message = issue?.message ?? 'The body does not have the expected form.';
  return {
    ok: false,
    status: 422,
    error: { code: field ? `invalid:${field}` : 'invalid', message },
  } as const;
};
