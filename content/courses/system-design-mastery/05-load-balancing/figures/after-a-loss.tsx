import { Diagram, Label } from '@/lib/ui/diagram/diagram';

/** Servers, and what each of the rest carries when one of them is gone, in % of its capacity at 50% before. */
const pools = [
  { servers: 2, before: 50, after: 100 },
  { servers: 3, before: 50, after: 75 },
  { servers: 4, before: 50, after: 67 },
  { servers: 10, before: 50, after: 56 },
] as const;

const base = 178;
const heightOf = (percent: number) => percent * 1.3;
const knee = 75;

export function AfterALoss() {
  return (
    <Diagram
      width={440}
      height={232}
      title="The load of each server before and after one is lost"
      description="Four pools, each planned for 50% at peak. With 2 servers the survivor carries 100%. With 3 the others carry 75%, with 4 67%, with 10 56%. A line at 75% marks where waiting times begin to grow quickly."
    >
      <Label x={2} y={16} kind="muted">
        Load of each server at peak, planned for 50%
      </Label>
      <line
        x1={2}
        x2={438}
        y1={base - heightOf(knee)}
        y2={base - heightOf(knee)}
        stroke="var(--ink-muted)"
        strokeDasharray="4 3"
      />
      <Label x={438} y={base - heightOf(knee) - 6} align="end" kind="muted">
        the knee begins, 75%
      </Label>
      {pools.map(({ servers, before, after }, index) => {
        const x = 8 + index * 108;
        return (
          <g key={servers}>
            <rect
              x={x}
              y={base - heightOf(before)}
              width={38}
              height={heightOf(before)}
              fill="var(--paper-raised)"
              stroke="var(--line-strong)"
            />
            <rect
              x={x + 44}
              y={base - heightOf(after)}
              width={38}
              height={heightOf(after)}
              fill="var(--accent-wash)"
              stroke="var(--accent)"
            />
            <Label x={x + 19} y={base - 8} align="middle" kind="mono">
              {`${before}%`}
            </Label>
            <Label x={x + 63} y={base - 8} align="middle" kind="mono">
              {`${after}%`}
            </Label>
            <Label x={x + 41} y={base + 20} align="middle" kind="strong">
              {`${servers} servers`}
            </Label>
            <Label x={x + 41} y={base + 40} align="middle" kind="muted">
              one lost
            </Label>
          </g>
        );
      })}
      <line x1={2} x2={438} y1={base} y2={base} stroke="var(--line-strong)" />
    </Diagram>
  );
}
