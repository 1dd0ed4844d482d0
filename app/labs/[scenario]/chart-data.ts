import type { AlignedData } from 'uplot';
import type { TrafficHistory } from '@/lib/labs/workspace/traffic-history';

export type ChartKind = 'rate' | 'latency';

/** Columns for uPlot: seconds, then the series in the order in which the chart names them. */
export function chartData(kind: ChartKind, history: TrafficHistory): AlignedData {
  const { points } = history;
  const seconds = points.map((point) => point.at / 1000);
  if (kind === 'latency')
    return [seconds, points.map((point) => point.p50Ms), points.map((point) => point.p99Ms)];
  return [
    seconds,
    points.map((point) => point.perSecond.app1),
    points.map((point) => point.perSecond.app2),
    points.map((point) => point.perSecond.app3),
    // No red line where nothing failed.
    points.map((point) => (point.failedPerSecond === 0 ? null : point.failedPerSecond)),
  ];
}
