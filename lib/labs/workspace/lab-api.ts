import { z } from 'zod';
import type { Balancer } from '@/labs/protocol/names';
import type { TicketAnswer } from '@/lib/labs/connection/connection-state';
import { fetchAgain } from '@/lib/ui/fetch-again';
import type { SaveAnswer } from './autosave';
import { SavedWorkspace, type WorkspaceFiles } from './workspace-files';

const Ticket = z.object({ ticket: z.string(), labUrl: z.url({ protocol: /^wss?$/ }) });
const Started = SavedWorkspace.extend({ run: z.uuid(), ...Ticket.shape });
export type Started = z.infer<typeof Started>;
const Saved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), revision: z.int() }),
  z.object({ kind: z.literal('conflict'), current: SavedWorkspace }),
]);
const Problem = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

type Reply<Value> =
  | { ok: true; value: Value }
  /** `status` 0: the site could not be reached. */
  | { ok: false; status: number; code: string; message: string };

const unreachable = 'The site does not answer. Your edits are kept in this browser meanwhile.';

async function call<Value>(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  schema: z.ZodType<Value>,
): Promise<Reply<Value>> {
  try {
    // What is posted here may be sent twice; a saved revision may not.
    const send = method === 'POST' ? fetchAgain : fetch;
    const response = await send(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, value: schema.parse(answer) };
    const problem = Problem.safeParse(answer);
    const message = problem.success ? problem.data.error.message : `The site answered ${response.status}.`;
    const code = problem.success ? problem.data.error.code : 'unexpected';
    return { ok: false, status: response.status, code, message };
  } catch {
    return { ok: false, status: 0, code: 'unreachable', message: unreachable };
  }
}

/** Whether the same request may work later without anybody doing anything. */
const passes = (status: number) => status === 0 || status === 429 || status >= 500;

export const postStart = (scenario: string, balancer: Balancer, over: string | null) =>
  call('POST', '/api/labs/runs', { scenario, balancer, over }, Started);

export async function postTicket(run: string): Promise<TicketAnswer> {
  const reply = await call('POST', `/api/labs/runs/${run}/ticket`, {}, Ticket);
  if (reply.ok) return { kind: 'ticket', ...reply.value };
  return passes(reply.status)
    ? { kind: 'unreachable', why: reply.status === 0 ? 'The site does not answer.' : reply.message }
    : { kind: 'refused', message: reply.message };
}

export async function putFiles(
  scenario: string,
  files: WorkspaceFiles,
  revision: number,
): Promise<SaveAnswer> {
  const reply = await call('PUT', `/api/labs/files/${scenario}`, { files, revision }, Saved);
  if (reply.ok) return reply.value;
  return { kind: 'failed', message: reply.message, isFinal: !passes(reply.status) };
}

export const postReset = (scenario: string, balancer: Balancer) =>
  call('POST', `/api/labs/files/${scenario}/reset`, { balancer }, SavedWorkspace);
