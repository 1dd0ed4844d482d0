import 'server-only';
import { siteEnv } from '@/lib/config/env';
import { refusal, success, type Outcome } from '@/lib/outcome/outcome';
import { labUrlFor } from './lab-url';
import { mintTicket } from './mint-ticket';
import { findRun, markRunLive, type Run } from './store';

export type LabTicket = { ticket: string; labUrl: string };
export type TicketRefusal = 'unknown-run' | 'run-over' | 'labs-off';

/** A fresh ticket for a run that the learner owns and that is not over. */
export async function issueTicket(
  learner: string,
  runId: string,
  origin: string,
): Promise<Outcome<LabTicket, TicketRefusal>> {
  const run = await findRun(runId);
  if (run === null || run.learner !== learner)
    return refusal('unknown-run', 'You have no such run. Start the lab again.');
  return ticketFor(run, origin);
}

export async function ticketFor(run: Run, origin: string): Promise<Outcome<LabTicket, TicketRefusal>> {
  if (!(await markRunLive(run.id, run.learner)))
    return refusal('run-over', 'This run is over. Start the lab again; your files are kept.');
  const ticket = await mintTicket({ learner: run.learner, run: run.id, scenario: run.scenario, origin });
  if (ticket === null)
    return refusal('labs-off', 'This site runs without a lab service. Start it with npm start.');
  return success({ ticket, labUrl: labUrlFor(origin, siteEnv().LAB_PORT) });
}
