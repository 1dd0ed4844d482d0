import { Diagram, Label } from '@/lib/ui/diagram/diagram';

const outageMinutes = 10;
const threshold = 14.4;

/** Burn rate over the last `window` minutes, `now` minutes after everything began to fail, for 99.9%. */
function burn(window: number, now: number) {
  const failing = Math.max(0, Math.min(outageMinutes, now) - Math.max(0, now - window));
  return (1000 * failing) / window;
}

const xOf = (minute: number) => 44 + minute * 5;
const yOf = (value: number) => 176 - Math.log10(Math.max(1, value)) * 52;
const curve = (window: number) =>
  `M${Array.from({ length: 761 }, (_, step) => step / 10)
    .map((minute) => `${xOf(minute).toFixed(1)} ${yOf(burn(window, minute)).toFixed(1)}`)
    .join('L')}`;

const bars = [
  { label: 'page, both windows', from: 0.9, to: 14.9 },
  { label: 'page, long window alone', from: 0.9, to: 69.1 },
] as const;

export function TwoWindows() {
  return (
    <Diagram
      width={440}
      height={300}
      title="One outage of ten minutes in two windows"
      description="Burn rate on a logarithmic axis over 76 minutes. Everything fails for the first ten. Measured over 5 minutes the burn rate rises to 1,000 at once and is back below 14.4 five minutes after the end. Measured over an hour it rises more slowly and stays above 14.4 until minute 69. A page that needs both windows lasts from minute 0.9 to minute 15; with the long window alone it would last until minute 69."
    >
      <rect x={xOf(0)} y={12} width={outageMinutes * 5} height={164} fill="var(--failed-wash)" />
      {[1, 10, 100, 1000].map((value) => (
        <g key={value}>
          <line x1={44} x2={424} y1={yOf(value)} y2={yOf(value)} stroke="var(--line)" />
          <Label x={38} y={yOf(value) + 4} align="end" kind="mono">
            {value === 1000 ? '1000' : `${value}`}
          </Label>
        </g>
      ))}
      <line
        x1={44}
        x2={424}
        y1={yOf(threshold)}
        y2={yOf(threshold)}
        stroke="var(--ink-muted)"
        strokeDasharray="4 3"
      />
      <path d={curve(60)} fill="none" stroke="var(--accent)" strokeWidth={2} />
      <path d={curve(5)} fill="none" stroke="var(--ink-muted)" strokeWidth={2} />
      <Label x={xOf(76)} y={yOf(threshold) - 6} align="end" kind="mono">
        14.4
      </Label>
      <Label x={xOf(40)} y={yOf(167) - 8} align="middle" kind="accent">
        over 1 hour
      </Label>
      <Label x={xOf(17)} y={yOf(600)} kind="muted">
        over 5 minutes
      </Label>
      {bars.map(({ label, from, to }, index) => (
        <g key={label}>
          <Label x={xOf(0)} y={208 + index * 40} kind="muted">
            {label}
          </Label>
          <rect
            x={xOf(from)}
            y={214 + index * 40}
            width={(to - from) * 5}
            height={10}
            fill={index === 0 ? 'var(--accent)' : 'var(--paper-raised)'}
            stroke="var(--accent)"
          />
        </g>
      ))}
      {[0, 15, 30, 45, 60, 75].map((minute) => (
        <Label key={minute} x={xOf(minute)} y={290} align={minute === 75 ? 'end' : 'middle'} kind="mono">
          {`${minute} min`}
        </Label>
      ))}
    </Diagram>
  );
}
