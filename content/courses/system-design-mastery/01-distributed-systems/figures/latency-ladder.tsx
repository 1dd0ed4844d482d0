import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Step = { label: string; ns: number; low: number; high: number; value: string; isWire?: boolean };

const us = 1e3;
const ms = 1e6;

/** Values and ranges of content/numbers/assumptions.json. */
const steps: readonly Step[] = [
  { label: 'L1 cache', ns: 1, low: 1, high: 2, value: '1 ns' },
  { label: 'Main memory', ns: 100, low: 60, high: 120, value: '100 ns' },
  { label: 'NVMe, 4 KiB', ns: 100 * us, low: 60 * us, high: 150 * us, value: '100 µs' },
  { label: 'fsync, NVMe', ns: 100 * us, low: 30 * us, high: 1000 * us, value: '100 µs' },
  { label: 'Same zone', ns: 0.5 * ms, low: 0.1 * ms, high: 0.7 * ms, value: '0.5 ms', isWire: true },
  { label: 'Other zone', ns: ms, low: 0.5 * ms, high: 2 * ms, value: '1 ms', isWire: true },
  { label: 'Spinning disk', ns: 10 * ms, low: 5 * ms, high: 15 * ms, value: '10 ms' },
  { label: 'Phone to edge', ns: 50 * ms, low: 30 * ms, high: 100 * ms, value: '50 ms', isWire: true },
  { label: 'Atlantic', ns: 80 * ms, low: 70 * ms, high: 100 * ms, value: '80 ms', isWire: true },
  { label: 'Object store', ns: 100 * ms, low: 50 * ms, high: 200 * ms, value: '100 ms' },
  { label: 'Half the world', ns: 270 * ms, low: 240 * ms, high: 300 * ms, value: '270 ms', isWire: true },
];

const ticks = [
  { ns: 1, label: '1 ns' },
  { ns: us, label: '1 µs' },
  { ns: ms, label: '1 ms' },
  { ns: 1000 * ms, label: '1 s' },
];

const top = 10;
const rowHeight = 26;
const bottom = top + steps.length * rowHeight;
const xOf = (ns: number) => 116 + Math.log10(ns) * 34;

export function LatencyLadder() {
  return (
    <Diagram
      width={440}
      height={bottom + 30}
      title="From one nanosecond to a third of a second"
      description="Eleven latencies with their ranges on a logarithmic axis from 1 nanosecond to 1 second. Cache and memory stand at 1 and 100 nanoseconds. Nothing lies between memory and an NVMe read at 100 microseconds. Network round trips stand at 0.5 and 1 millisecond inside a region, 50 milliseconds to a phone, 80 across the Atlantic and 270 around half the world."
    >
      {ticks.map((tick) => (
        <g key={tick.label}>
          <line x1={xOf(tick.ns)} x2={xOf(tick.ns)} y1={top - 4} y2={bottom + 4} stroke="var(--line)" />
          <Label x={xOf(tick.ns)} y={bottom + 22} align="middle" kind="mono">
            {tick.label}
          </Label>
        </g>
      ))}
      {steps.map((step, index) => {
        const y = top + index * rowHeight + 13;
        const colour = step.isWire ? 'var(--accent)' : 'var(--ink-muted)';
        const isFarRight = step.ns >= ms;
        return (
          <g key={step.label}>
            <Label x={106} y={y + 5} align="end" kind={step.isWire ? 'accent' : 'plain'}>
              {step.label}
            </Label>
            <line
              x1={xOf(step.low)}
              x2={xOf(step.high)}
              y1={y}
              y2={y}
              stroke={colour}
              strokeWidth={6}
              opacity={0.35}
            />
            <circle cx={xOf(step.ns)} cy={y} r={5} fill={colour} />
            <Label
              x={isFarRight ? xOf(step.low) - 8 : xOf(step.high) + 10}
              y={y + 5}
              align={isFarRight ? 'end' : 'start'}
              kind="mono"
            >
              {step.value}
            </Label>
          </g>
        );
      })}
    </Diagram>
  );
}
