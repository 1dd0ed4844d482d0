import type { RequestTrace } from '@/labs/protocol/requests';
import type { Verification } from './verify';

export function verificationAsJson({ scenario, balancer, startMs, apply, tasks }: Verification): string {
  const { ok, ms, diagnostics } = apply;
  return `${JSON.stringify({ scenario, balancer, startMs, apply: { ok, ms, diagnostics }, tasks }, null, 2)}\n`;
}

export function verificationAsText({ scenario, balancer, startMs, apply, tasks }: Verification): string {
  const lines = [
    `${scenario} with ${balancer}`,
    `  cell up in ${startMs} ms, configuration ${apply.ok ? 'applied' : 'rejected'} in ${Math.round(apply.ms)} ms`,
  ];
  for (const { file, line, severity, message } of apply.diagnostics)
    lines.push(`  ${severity} ${file}${line === null ? '' : `:${line}`}: ${message}`);
  for (const { id, ok, evidence, counterExample, expected } of tasks) {
    lines.push('', `  ${ok ? 'pass' : 'FAIL'}  ${id}`, `        ${evidence}`);
    if (counterExample) lines.push(`        request:  ${traceInWords(counterExample)}`);
    if (expected !== null) lines.push(`        expected: ${expected}`);
  }
  if (apply.ok) {
    const passed = tasks.filter((task) => task.ok).length;
    lines.push('', `  ${passed} of ${tasks.length} tasks pass.`);
  }
  return `${lines.join('\n')}\n`;
}

function traceInWords({ id, method, path, status, error, server, latencyMs }: RequestTrace): string {
  const answer = error ?? `status ${status ?? 'none'}`;
  return `${id} ${method} ${path} → ${server ?? 'no app server'}, ${answer}, ${latencyMs.toFixed(1)} ms`;
}
