import { Diagram, Label } from '@/lib/ui/diagram/diagram';

/** Share of the keys that fit → hit ratio, both in percent. LRU is simulated in code/hit-ratio.test.ts. */
const measured = [
  [0.1, 13],
  [0.3, 25],
  [1, 39],
  [3, 52],
  [10, 68],
  [20, 77],
  [30, 83],
  [50, 90],
] as const;
const ideal = [
  [0.1, 30],
  [0.3, 41],
  [1, 53],
  [3, 64],
  [10, 76],
  [20, 84],
  [30, 88],
  [50, 93],
] as const;

const xOf = (share: number) => 48 + ((Math.log10(share) + 1) / 2.7) * 378;
const yOf = (ratio: number) => 218 - ratio * 2;
const path = (points: readonly (readonly [number, number])[]) =>
  `M${points.map(([share, ratio]) => `${xOf(share).toFixed(1)} ${yOf(ratio)}`).join('L')}`;

export function HitRatioCurve() {
  return (
    <Diagram
      width={440}
      height={268}
      title="Hit ratio against the share of keys that fit"
      description="A rising curve on a logarithmic axis. A least-recently-used cache that holds 0.1 percent of the keys answers 13 percent of the requests, 1 percent answers 39, 10 percent answers 68 and 50 percent answers 90. The best possible choice of keys lies above it: 30, 53, 76 and 93 percent."
    >
      {[0, 25, 50, 75, 100].map((ratio) => (
        <g key={ratio}>
          <line x1={48} x2={426} y1={yOf(ratio)} y2={yOf(ratio)} stroke="var(--line)" />
          <Label x={42} y={yOf(ratio) + 4} align="end" kind="mono">
            {`${ratio}%`}
          </Label>
        </g>
      ))}
      {[0.1, 1, 10, 50].map((share) => (
        <Label key={share} x={xOf(share)} y={238} align="middle" kind="mono">
          {`${share}%`}
        </Label>
      ))}
      <Label x={237} y={260} align="middle" kind="muted">
        share of all keys that fit into the cache
      </Label>
      <path d={path(ideal)} fill="none" stroke="var(--ink-muted)" strokeDasharray="5 4" strokeWidth={1.5} />
      <path d={path(measured)} fill="none" stroke="var(--accent)" strokeWidth={2.25} />
      {[measured[2], measured[4], measured[7]].map(([share, ratio]) => (
        <circle key={share} cx={xOf(share)} cy={yOf(ratio)} r={4} fill="var(--accent)" />
      ))}
      <Label x={xOf(1) + 8} y={yOf(39) + 16} kind="accent">
        39%
      </Label>
      <Label x={xOf(10) + 6} y={yOf(68) + 18} kind="accent">
        68%
      </Label>
      <Label x={xOf(50)} y={yOf(90) + 26} align="end" kind="accent">
        90%
      </Label>
      <Label x={xOf(0.3) - 8} y={yOf(41) - 26} align="middle" kind="muted">
        best possible
      </Label>
      <Label x={xOf(0.3) + 26} y={yOf(25) + 16} kind="accent">
        LRU
      </Label>
    </Diagram>
  );
}
