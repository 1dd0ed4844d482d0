import { Diagram, Label } from '@/lib/ui/diagram/diagram';

const left = 44;
const bottom = 236;
const xOf = (calls: number) => left + Math.log10(calls) * 126;
const yOf = (share: number) => bottom - share * 210;

/** Share of pages that meet at least one call slower than the percentile. */
const slowShare = (calls: number, slow: number) => 1 - (1 - slow) ** calls;

const curves = [
  { slow: 0.01, label: 'p99', labelAt: 42, kind: 'accent', colour: 'var(--accent)' },
  { slow: 0.001, label: 'p99.9', labelAt: 380, kind: 'plain', colour: 'var(--ink-muted)' },
  { slow: 0.0001, label: 'p99.99', labelAt: 560, kind: 'plain', colour: 'var(--line-strong)' },
] as const;

function path(slow: number) {
  const points = Array.from({ length: 61 }, (_, step) => 10 ** (step / 20));
  return `M${points.map((calls) => `${xOf(calls).toFixed(1)} ${yOf(slowShare(calls, slow)).toFixed(1)}`).join('L')}`;
}

export function FanOutCurve() {
  return (
    <Diagram
      width={440}
      height={284}
      title="Pages that meet the tail"
      description="Share of pages with at least one slow call, over the number of calls from 1 to 1,000 on a logarithmic axis. For calls slower than the p99 it is 10% at 10 calls, 33% at 40, 63% at 100 and nearly all at 1,000. For the p99.9 it is 10% at 100 calls and 63% at 1,000. For the p99.99 it is 10% at 1,000."
    >
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line x1={left} x2={xOf(1000)} y1={yOf(share)} y2={yOf(share)} stroke="var(--line)" />
          <Label x={left - 6} y={yOf(share) + 5} align="end" kind="mono">
            {`${share * 100}%`}
          </Label>
        </g>
      ))}
      {curves.map((curve) => (
        <g key={curve.label}>
          <path d={path(curve.slow)} fill="none" stroke={curve.colour} strokeWidth={2.5} />
          <Label
            x={xOf(curve.labelAt) - 8}
            y={yOf(slowShare(curve.labelAt, curve.slow)) - 10}
            align="end"
            kind={curve.kind}
          >
            {curve.label}
          </Label>
        </g>
      ))}
      {[40, 100].map((calls) => (
        <g key={calls}>
          <circle cx={xOf(calls)} cy={yOf(slowShare(calls, 0.01))} r={4.5} fill="var(--accent)" />
          <Label x={xOf(calls) + 10} y={yOf(slowShare(calls, 0.01)) + 14} kind="strong">
            {`${Math.round(slowShare(calls, 0.01) * 100)}%`}
          </Label>
        </g>
      ))}
      {[1, 10, 40, 100, 1000].map((calls) => (
        <Label key={calls} x={xOf(calls)} y={bottom + 20} align="middle" kind="mono">
          {`${calls}`}
        </Label>
      ))}
      <Label x={xOf(1000)} y={bottom + 42} align="end" kind="muted">
        calls a page waits for
      </Label>
    </Diagram>
  );
}
