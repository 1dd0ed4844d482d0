import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Bar = { label: string; from: number; to: number; note: string; kind: 'outer' | 'app2' | 'app3' };

/** Seconds since the client sent its request. */
const bars: readonly Bar[] = [
  { label: 'Client', from: 0, to: 3, note: 'gives up after 3 s', kind: 'outer' },
  { label: 'Balancer', from: 0, to: 2.1, note: 'at most 2 tries, 2.1 s', kind: 'outer' },
  { label: 'Try 1', from: 0, to: 1, note: 'hung: 1 s', kind: 'app2' },
  { label: 'Try 2', from: 1.05, to: 2.1, note: 'answers in time', kind: 'app3' },
];

const xOf = (seconds: number) => 74 + seconds * 118;

export function TimeoutBudget() {
  return (
    <Diagram
      width={440}
      height={208}
      title="Timeouts that fit into each other"
      description="Four bars on one time axis. The client waits 3 seconds. Within that, the balancer spends at most 2.1 seconds on two tries. The first try, on a hung server, is cut off after 1 second; the second try, on another server, still fits."
    >
      {[0, 1, 2, 3].map((seconds) => (
        <g key={seconds}>
          <line x1={xOf(seconds)} x2={xOf(seconds)} y1={6} y2={176} stroke="var(--line)" />
          <Label x={xOf(seconds)} y={198} align={seconds === 3 ? 'end' : 'middle'} kind="mono">
            {`${seconds} s`}
          </Label>
        </g>
      ))}
      {bars.map((bar, row) => {
        const y = 10 + row * 42;
        const isOuter = bar.kind === 'outer';
        return (
          <g key={bar.label}>
            <Label x={2} y={y + 21} kind="strong">
              {bar.label}
            </Label>
            <rect
              x={xOf(bar.from)}
              y={y}
              width={xOf(bar.to) - xOf(bar.from)}
              height={32}
              fill={isOuter ? 'var(--paper-raised)' : `var(--${bar.kind}-wash)`}
              stroke={isOuter ? 'var(--line-strong)' : `var(--${bar.kind})`}
              strokeWidth={1.25}
            />
            <Label x={xOf(bar.from) + 10} y={y + 21}>
              {bar.note}
            </Label>
          </g>
        );
      })}
    </Diagram>
  );
}
