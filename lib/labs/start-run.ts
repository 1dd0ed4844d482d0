import 'server-only';
import type { Balancer } from '@/labs/protocol/names';
import { refusal, success, type Outcome } from '@/lib/outcome/outcome';
import { findScenario } from './catalogue';
import { ticketFor, type LabTicket, type TicketRefusal } from './issue-ticket';
import { startFiles } from './start-files';
import { closeRun, createWorkspace, findWorkspace, openRun } from './store';
import type { SavedWorkspace } from './workspace/workspace-files';

export type StartedRun = SavedWorkspace & LabTicket & { run: string };

export type StartRequest = {
  learner: string;
  scenario: string;
  balancer: Balancer;
  /** The Origin that the ticket is bound to. */
  origin: string;
  /** A run that the page saw end, in case the lab service's receipt is still under way. */
  over: string | null;
};

/** Makes the learner's run of a scenario, or resumes the one that is open. */
export async function startRun(
  request: StartRequest,
): Promise<Outcome<StartedRun, TicketRefusal | 'unknown-scenario'>> {
  const { learner } = request;
  const scenario = await findScenario(request.scenario);
  if (scenario === null) return refusal('unknown-scenario', 'There is no such lab.');
  if (request.over !== null) await closeRun(request.over, learner, 'learner');
  await createWorkspace(learner, scenario.slug, startFiles(scenario, request.balancer));
  const saved = await findWorkspace(learner, scenario.slug);
  if (saved === null) throw new Error('the workspace that was just stored is gone');
  const run = await openRun(learner, scenario.slug);
  const ticket = await ticketFor(run, request.origin);
  return ticket.ok ? success({ ...saved, ...ticket.value, run: run.id }) : ticket;
}
