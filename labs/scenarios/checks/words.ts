import { serverNames, type ServerName } from '@/labs/protocol/names';
import type { RequestTrace } from '@/labs/protocol/requests';

export function percent(part: number, whole: number): string {
  if (whole === 0) return '0 %';
  const value = (100 * part) / whole;
  return value > 0 && value < 1 ? 'under 1 %' : `${Math.round(value)} %`;
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** "app1 80 (33 %), app2 80 (33 %), app3 80 (33 %)" */
export function sharesInWords(counts: Record<ServerName, number>): string {
  const total = serverNames.reduce((sum, name) => sum + counts[name], 0);
  return serverNames.map((name) => `${name} ${counts[name]} (${percent(counts[name], total)})`).join(', ');
}

/** "12 × 502, 3 × timeout" */
export function failuresInWords(failures: Record<string, number>): string {
  return Object.entries(failures)
    .sort(([, a], [, b]) => b - a)
    .map(([cause, count]) => `${count} × ${cause}`)
    .join(', ');
}

/** What became of one request: "status 502", "timeout", "status 200 from the balancer itself". */
export function answerInWords({ status, error, server }: RequestTrace): string {
  if (error !== null) return `"${error}" and no answer`;
  if (server === null) return `status ${status ?? 'none'} from the balancer itself`;
  return `status ${status ?? 'none'} from ${server}`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
