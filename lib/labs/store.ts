import 'server-only';
import type { Receipt, ReceiptEvent } from '@/labs/protocol/receipts';
import { TimelineEvent } from '@/labs/protocol/server-frames';
import { PredictionOutcome, TaskVerdict } from '@/labs/protocol/tasks';
import { db } from '@/lib/db/client';
import { Prisma, type LabRun as LabRunRow } from '@/lib/db/generated/client';
import { type SavedWorkspace, WorkspaceFiles } from './workspace/workspace-files';

/** A learner's session in a scenario, as the site knows it. `isOpen`: it can be resumed. */
export type Run = {
  id: string;
  learner: string;
  scenario: string;
  state: LabRunRow['state'];
  isOpen: boolean;
  createdAt: Date;
};

const toRun = (row: LabRunRow): Run => ({
  id: row.id,
  learner: row.userId,
  scenario: row.scenario,
  state: row.state,
  isOpen: row.activeKey !== null,
  createdAt: row.createdAt,
});

const activeKeyOf = (learner: string, scenario: string) => `${learner}:${scenario}`;

/** The learner's open run of a scenario, made when there is none. Two calls at once get the same run. */
export async function openRun(learner: string, scenario: string): Promise<Run> {
  const activeKey = activeKeyOf(learner, scenario);
  await db().labRun.createMany({ data: [{ userId: learner, scenario, activeKey }], skipDuplicates: true });
  return toRun(await db().labRun.findUniqueOrThrow({ where: { activeKey } }));
}

/** The learner comes back to an open run: whatever host it was on, a ticket may now place it anywhere. False when it is over. */
export async function markRunLive(id: string, learner: string): Promise<boolean> {
  const { count } = await db().labRun.updateMany({
    where: { id, userId: learner, activeKey: { not: null } },
    data: { state: 'live', stateAt: new Date() },
  });
  return count === 1;
}

export async function closeRun(id: string, learner: string, reason: string): Promise<void> {
  await db().labRun.updateMany({
    where: { id, userId: learner, activeKey: { not: null } },
    data: { state: 'ended', stateAt: new Date(), activeKey: null, endReason: reason },
  });
}

export async function findRun(id: string): Promise<Run | null> {
  const row = await db().labRun.findUnique({ where: { id } });
  return row === null ? null : toRun(row);
}

type RunRecord = Run & { endReason: string | null; startMs: number | null; timeline: TimelineEvent[] };

/** Those of these runs that are the learner's, with what the lab service last reported of their course: when they were suspended or ended. */
export async function listRunRecords(learner: string, ids: readonly string[]): Promise<RunRecord[]> {
  const rows = await db().labRun.findMany({ where: { id: { in: [...ids] }, userId: learner } });
  return rows.map((row) => {
    const { endReason, startMs } = row;
    return { ...toRun(row), endReason, startMs, timeline: TimelineEvent.array().parse(row.timeline) };
  });
}

/** Null when the run is not the learner's. */
export async function findRunRecord(id: string, learner: string): Promise<RunRecord | null> {
  const [record] = await listRunRecords(learner, [id]);
  return record ?? null;
}

/** The learner's last verdicts that were given in one of these runs. */
export async function listVerdicts(learner: string, runs: readonly string[]) {
  const rows = await db().labTaskResult.findMany({
    where: { userId: learner, runId: { in: [...runs] } },
    select: { runId: true, task: true, verdict: true },
  });
  return rows.map(({ runId, task, verdict }) => ({ run: runId, task, verdict: TaskVerdict.parse(verdict) }));
}

/** The learner's runs, newest first. */
export async function listRunRows(learner: string, limit: number): Promise<Run[]> {
  const rows = await db().labRun.findMany({
    where: { userId: learner },
    orderBy: { createdAt: 'desc' },
    take: limit,
  });
  return rows.map(toRun);
}

export async function findWorkspace(learner: string, scenario: string): Promise<SavedWorkspace | null> {
  const row = await db().labWorkspace.findUnique({
    where: { userId_scenario: { userId: learner, scenario } },
  });
  return row === null ? null : toSaved(row);
}

/** Stores the first revision unless another tab did meanwhile. True when these files are the ones stored. */
export async function createWorkspace(
  learner: string,
  scenario: string,
  files: WorkspaceFiles,
): Promise<boolean> {
  const { balancer, nginx, haproxy } = files;
  const { count } = await db().labWorkspace.createMany({
    data: [{ userId: learner, scenario, balancer, files: { nginx, haproxy } }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Replaces revision `revision` and nothing newer. False when another save came first. */
export async function replaceWorkspace(
  learner: string,
  scenario: string,
  { files: { balancer, nginx, haproxy }, revision }: SavedWorkspace,
): Promise<boolean> {
  const { count } = await db().labWorkspace.updateMany({
    where: { userId: learner, scenario, revision },
    data: { balancer, files: { nginx, haproxy }, revision: { increment: 1 } },
  });
  return count === 1;
}

const toSaved = (row: { balancer: string; files: unknown; revision: number }): SavedWorkspace => {
  const files = typeof row.files === 'object' && row.files !== null ? row.files : {};
  return { files: WorkspaceFiles.parse({ ...files, balancer: row.balancer }), revision: row.revision };
};

/** A learner's standing on a task. `attempts` counts checks; `bestFailedRequests` is null where the task counts none. */
export type Standing = {
  scenario: string;
  task: string;
  verdict: TaskVerdict;
  prediction: PredictionOutcome | null;
  isPassed: boolean;
  attempts: number;
  bestFailedRequests: number | null;
};

/** Standings on every task that the learner ever checked, or on those of one scenario. */
export async function listStandings(learner: string, scenario?: string): Promise<Standing[]> {
  const rows = await db().labTaskResult.findMany({
    where: { userId: learner, ...(scenario === undefined ? {} : { scenario }) },
  });
  return rows.map((row) => ({
    scenario: row.scenario,
    task: row.task,
    verdict: TaskVerdict.parse(row.verdict),
    prediction: row.prediction === null ? null : PredictionOutcome.parse(row.prediction),
    isPassed: row.passedAt !== null,
    attempts: row.attempts,
    bestFailedRequests: row.bestFailedRequests,
  }));
}

/**
 * Stores a receipt and what it says in one transaction. False when this receipt was stored before.
 * A report about a run that is gone, or that names another learner, is kept as a receipt and changes nothing.
 */
export async function applyReceipt({ id, at, event }: Receipt): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const time = new Date(at);
    const { count } = await tx.labReceipt.createMany({
      data: [{ id, host: event.host, kind: event.kind, at: time }],
      skipDuplicates: true,
    });
    if (count === 0) return false;
    if (event.kind === 'host-booted') {
      await tx.labRun.updateMany({
        where: { host: event.host, state: 'live', stateAt: { lt: new Date(event.bootedAt) } },
        data: { state: 'suspended', stateAt: new Date(event.bootedAt), host: null },
      });
      return true;
    }
    const run = { id: event.run, userId: event.learner, scenario: event.scenario };
    if (event.kind === 'task') {
      if ((await tx.labRun.count({ where: run })) === 1) await applyVerdict(tx, event, time);
      return true;
    }
    const change = runChange(event);
    await tx.labRun.updateMany({
      where: { ...run, stateAt: { lte: time }, activeKey: { not: null } },
      data: { ...change, stateAt: time },
    });
    if ('timeline' in event) await tx.labRun.updateMany({ where: run, data: { timeline: event.timeline } });
    return true;
  });
}

type RunEvent = Exclude<ReceiptEvent, { kind: 'task' | 'host-booted' }>;

/** A run that stopped because its host went down or its time was up is resumed, not lost; only the learner or a failure ends it. */
function runChange(event: RunEvent) {
  switch (event.kind) {
    case 'ready':
      return { state: 'live', host: event.host, startMs: event.startMs } as const;
    case 'suspended':
      return { state: 'suspended', host: null } as const;
    case 'ended':
      return event.reason === 'shutdown'
        ? ({ state: 'suspended', host: null } as const)
        : ({ state: 'ended', host: null, activeKey: null, endReason: event.reason } as const);
    case 'failed':
      return { state: 'failed', host: null, activeKey: null, endReason: event.code } as const;
  }
}

async function applyVerdict(
  tx: Prisma.TransactionClient,
  event: Extract<ReceiptEvent, { kind: 'task' }>,
  at: Date,
): Promise<void> {
  const key = { userId: event.learner, scenario: event.scenario, task: event.task };
  const { verdict } = event;
  const latest = {
    runId: event.run,
    verdict,
    prediction: event.prediction ?? Prisma.DbNull,
    verdictAt: at,
  };
  const { count } = await tx.labTaskResult.createMany({
    data: [
      {
        ...key,
        ...latest,
        passedAt: verdict.ok ? at : null,
        bestFailedRequests: verdict.failedRequests,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 1) return;
  await tx.labTaskResult.updateMany({ where: key, data: { attempts: { increment: 1 } } });
  await tx.labTaskResult.updateMany({ where: { ...key, verdictAt: { lt: at } }, data: latest });
  if (verdict.ok)
    await tx.labTaskResult.updateMany({ where: { ...key, passedAt: null }, data: { passedAt: at } });
  if (verdict.failedRequests === null) return;
  await tx.labTaskResult.updateMany({
    where: {
      ...key,
      OR: [{ bestFailedRequests: null }, { bestFailedRequests: { gt: verdict.failedRequests } }],
    },
    data: { bestFailedRequests: verdict.failedRequests },
  });
}
