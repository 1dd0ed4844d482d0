import { Diagram, Label } from '@/lib/ui/diagram/diagram';

/** Seconds from the death of a balancer until most clients are served again. `tail`: until nearly all are. */
const ways = [
  { label: 'VRRP, adverts of 100 ms', from: 0.3, to: 0.4, tail: null, note: '3 × 100 ms' },
  { label: 'ECMP with BFD', from: 0.6, to: 0.9, tail: null, note: '3 × 300 ms' },
  { label: 'VRRP, adverts of 1 s', from: 3, to: 4, tail: null, note: '3 × 1 s and a little' },
  { label: 'BGP without BFD', from: 60, to: 90, tail: null, note: 'hold time 90 s' },
  { label: 'DNS, TTL 60 s', from: 30, to: 90, tail: 1800, note: 'and a long tail' },
] as const;

const left = 2;
const xOf = (seconds: number) => left + (Math.log10(seconds) + 1) * 100;
const ticks = [
  { seconds: 0.1, label: '0.1 s' },
  { seconds: 1, label: '1 s' },
  { seconds: 10, label: '10 s' },
  { seconds: 100, label: '100 s' },
  { seconds: 1000, label: '1,000 s' },
] as const;

export function TimeToTakeOver() {
  return (
    <Diagram
      width={440}
      height={276}
      title="Seconds without a balancer, by the way it is replaced"
      description="Bars on a logarithmic axis. ECMP with BFD: 0.6 to 0.9 seconds. VRRP with advertisements of 100 milliseconds: 0.3 to 0.4. VRRP with advertisements of one second: 3 to 4. BGP without BFD: 60 to 90. DNS with a time to live of 60 seconds: 30 to 90 for most clients, and half an hour and more for the rest."
    >
      {ticks.map(({ seconds, label }, index) => (
        <g key={label}>
          <line x1={xOf(seconds)} x2={xOf(seconds)} y1={6} y2={248} stroke="var(--line)" />
          <Label x={xOf(seconds)} y={268} align={index === 0 ? 'start' : 'middle'} kind="mono">
            {label}
          </Label>
        </g>
      ))}
      {ways.map((way, row) => {
        const y = 10 + row * 48;
        return (
          <g key={way.label}>
            <Label x={left + 6} y={y + 14} kind="strong">
              {way.label}
            </Label>
            <Label x={left + 198} y={y + 14} kind="muted">
              {way.note}
            </Label>
            <rect
              x={xOf(way.from)}
              y={y + 21}
              width={xOf(way.to) - xOf(way.from)}
              height={14}
              fill="var(--accent-wash)"
              stroke="var(--accent)"
            />
            {way.tail !== null && (
              <line
                x1={xOf(way.to)}
                x2={xOf(way.tail)}
                y1={y + 28}
                y2={y + 28}
                stroke="var(--accent)"
                strokeWidth={2}
                strokeDasharray="4 4"
              />
            )}
          </g>
        );
      })}
    </Diagram>
  );
}
