import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { ApplyOutcome, Diagnostic } from '@/labs/protocol/diagnostics';
import { mainFile, type LabFiles } from '@/labs/protocol/files';
import type { Balancer } from '@/labs/protocol/names';
import type { BalancerProcess, ReloadResult } from './balancer-process';
import { runFolder } from './cell-facts';
import { configFolder, type createConfigFolder } from './config-folders';
import { haproxyCellFile } from './haproxy-cell-file';
import type { CellFacts } from './neutralise';
import { neutraliseHaproxy } from './neutralise-haproxy';
import { needsStreamModule, neutraliseNginx, nginxPreamble } from './neutralise-nginx';
import { parseHaproxyOutput } from './parse-haproxy-output';
import { parseNginxOutput } from './parse-nginx-output';
import { runChecker, type CheckerResult } from './run-checker';

const checkDeadlineMs = 5000;
const maxDiagnostics = 200;
const likelyCause = 'A name that cannot be resolved or a script that never ends may be the cause.';

export type ApplyContext = {
  facts: CellFacts;
  folders: Record<Balancer, ReturnType<typeof createConfigFolder>>;
  processes: Record<Balancer, BalancerProcess>;
};

type Checked = { ok: boolean; diagnostics: Diagnostic[] };

const problem = (balancer: Balancer, message: string): Diagnostic => ({
  file: mainFile[balancer],
  line: null,
  severity: 'error',
  message,
});

/** An error is never left without words. */
function explained(balancer: Balancer, diagnostics: Diagnostic[], otherwise: string): Diagnostic[] {
  const hasError = diagnostics.some(({ severity }) => severity === 'error');
  return hasError ? diagnostics : [problem(balancer, otherwise), ...diagnostics];
}

function judge(balancer: Balancer, result: CheckerResult, diagnostics: Diagnostic[]): Checked {
  if (result.kind === 'deadline') {
    const words = `The checker did not end within ${checkDeadlineMs / 1000} s and was stopped. ${likelyCause}`;
    return { ok: false, diagnostics: [problem(balancer, words), ...diagnostics] };
  }
  if (result.code === 0) return { ok: true, diagnostics };
  const words = `The checker refused the configuration (exit code ${result.code}) without naming a line. It said: ${result.output.slice(0, 1500).trim() || 'nothing'}`;
  return { ok: false, diagnostics: explained(balancer, diagnostics, words) };
}

const writePreamble = (files: LabFiles, withStream: boolean): LabFiles => ({
  ...files,
  [mainFile.nginx]: nginxPreamble(withStream) + (files[mainFile.nginx] ?? ''),
});

async function checkNginx(context: ApplyContext, files: LabFiles): Promise<Checked> {
  const check = async (withStream: boolean) => {
    context.folders.nginx.write(writePreamble(files, withStream));
    return runChecker('/usr/sbin/nginx', ['-t'], checkDeadlineMs);
  };
  const withStream = needsStreamModule(files);
  let result = await check(withStream);
  const isGuessWrong = withStream
    ? /module "ngx_stream_module" is already loaded/.test(result.output)
    : /unknown directive "stream"/.test(result.output);
  if (isGuessWrong) result = await check(!withStream);
  return judge('nginx', result, parseNginxOutput(result.output));
}

async function checkHaproxy(files: LabFiles): Promise<Checked> {
  const main = path.join(configFolder.haproxy, mainFile.haproxy);
  const cell = haproxyCellFile(path.join(runFolder, 'haproxy-check.sock'));
  const result = await runChecker('/usr/sbin/haproxy', ['-c', '-f', cell, '-f', main], checkDeadlineMs);
  return judge('haproxy', result, parseHaproxyOutput(result.output, files[mainFile.haproxy] ?? ''));
}

function startedOutcome(balancer: Balancer, files: LabFiles, result: ReloadResult): Checked {
  const said =
    balancer === 'nginx'
      ? parseNginxOutput(result.output)
      : parseHaproxyOutput(result.output, files[mainFile.haproxy] ?? '');
  if (result.ok) return { ok: true, diagnostics: said };
  const words = result.isLate
    ? `The balancer was not ready with this configuration within its deadline and was stopped. ${likelyCause}`
    : `The balancer did not start with this configuration. It said: ${result.output.slice(0, 1500).trim() || 'nothing'}`;
  return { ok: false, diagnostics: explained(balancer, said, words) };
}

async function take(
  context: ApplyContext,
  balancer: Balancer,
  files: LabFiles,
): Promise<Checked & { checkMs: number }> {
  const started = performance.now();
  const other: Balancer = balancer === 'nginx' ? 'haproxy' : 'nginx';
  const { processes } = context;
  if (balancer === 'haproxy') context.folders.haproxy.write(files);
  // A running HAProxy is replaced by a new process that validates the files before it touches the old one, so they are read once.
  const isCheckedByStart = balancer === 'haproxy' && processes.haproxy.isRunning();
  const checked: Checked = isCheckedByStart
    ? { ok: true, diagnostics: [] }
    : balancer === 'nginx'
      ? await checkNginx(context, files)
      : await checkHaproxy(files);
  const checkMs = performance.now() - started;
  if (!checked.ok) return { ...checked, checkMs };
  const isSwitch = processes[other].isRunning();
  if (isSwitch) await processes[other].stop();
  const result = await processes[balancer].reload();
  if (!result.ok && isSwitch) await processes[other].reload();
  const after = startedOutcome(balancer, files, result);
  const diagnostics =
    isCheckedByStart || !after.ok ? [...checked.diagnostics, ...after.diagnostics] : checked.diagnostics;
  return { ok: after.ok, diagnostics, checkMs: isCheckedByStart ? performance.now() - started : checkMs };
}

function explainFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC')
    return "The cell's disk is full, so the files could not be written. Restart the balancer to empty it.";
  if (code === 'ENOTDIR' || code === 'EISDIR' || code === 'EEXIST')
    return 'One name is used both for a file and for a folder. Rename one of them.';
  if (code === 'EAGAIN' || code === 'ENOMEM')
    return 'The cell has no memory or processes left to run the checker. Restart the balancer.';
  return `The configuration could not be applied: ${error instanceof Error ? error.message : String(error)}`;
}

/** Identical words on one line are said once, errors first. */
function arrange(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const rank = { error: 0, warning: 1, info: 2 };
  const seen = new Map(diagnostics.map((one) => [JSON.stringify([one.file, one.line, one.message]), one]));
  return [...seen.values()].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, maxDiagnostics);
}

/** Writes, validates, and starts or reloads. Whatever goes wrong is part of the outcome; the previous configuration serves on. */
export async function applyConfiguration(
  context: ApplyContext,
  balancer: Balancer,
  files: LabFiles,
): Promise<ApplyOutcome> {
  const started = performance.now();
  const finish = (ok: boolean, checkMs: number, diagnostics: readonly Diagnostic[]): ApplyOutcome => ({
    ok,
    ms: performance.now() - started,
    checkMs,
    diagnostics: arrange(diagnostics),
  });
  if (files[mainFile[balancer]] === undefined)
    return finish(false, 0, [
      problem(balancer, `There is no file ${mainFile[balancer]}, with which the balancer is started.`),
    ]);
  const neutralised =
    balancer === 'nginx'
      ? neutraliseNginx(files, context.facts, availableParallelism())
      : neutraliseHaproxy(files, context.facts);
  try {
    const { ok, checkMs, diagnostics } = await take(context, balancer, neutralised.files);
    return finish(ok, checkMs, [...diagnostics, ...neutralised.diagnostics]);
  } catch (error) {
    return finish(false, 0, [problem(balancer, explainFailure(error))]);
  }
}
