import { Arrow, Diagram, Label } from '@/lib/ui/diagram/diagram';

const annaX = 60;
const serverX = 220;
const benX = 380;
const yOf = (seconds: number) => 44 + seconds * 9.4;

const heads = [
  { x: annaX, label: 'Anna' },
  { x: serverX, label: 'trip row' },
  { x: benX, label: 'Ben' },
] as const;

export function LateAcceptance() {
  return (
    <Diagram
      width={440}
      height={318}
      title="An acceptance that was 21 seconds under way"
      description="Time runs downwards. At 0 s the server offers trip 1 to Anna as offer 1. She accepts at 3 s, in a garage without a network. At 12 s the offer runs out and the server offers the trip to Ben as offer 2. He accepts at 16 s. Anna's acceptance of offer 1 arrives at 24 s and is refused; her phone, which has shown “asking” until then, shows that the trip is gone."
    >
      {heads.map(({ x, label }) => (
        <g key={label}>
          <Label x={x} y={24} align="middle" kind="strong">
            {label}
          </Label>
          <line x1={x} x2={x} y1={36} y2={306} stroke="var(--line-strong)" />
        </g>
      ))}
      <rect
        x={annaX - 5}
        y={yOf(3)}
        width={10}
        height={yOf(22) - yOf(3)}
        fill="var(--paper-sunken)"
        stroke="var(--ink-muted)"
        strokeDasharray="3 3"
      />
      <Label x={annaX + 14} y={yOf(7)} kind="muted">
        no network
      </Label>
      <Label x={annaX + 14} y={yOf(9.2)} kind="muted">
        shows “asking”
      </Label>
      <Arrow from={[serverX, yOf(0)]} to={[annaX, yOf(2)]} label="offer 1" />
      <Arrow from={[serverX, yOf(12)]} to={[benX, yOf(13.5)]} label="offer 2" />
      <Arrow from={[benX, yOf(16)]} to={[serverX, yOf(17.5)]} label="accept 2: yes" kind="accent" />
      <Arrow from={[annaX, yOf(22)]} to={[serverX, yOf(24)]} label="accept 1: no" kind="dashed" />
      <Arrow from={[serverX, yOf(25.5)]} to={[annaX, yOf(27.5)]} label="gone" />
      {[0, 12, 24].map((seconds) => (
        <Label
          key={seconds}
          x={serverX + (seconds === 12 ? -8 : 10)}
          y={yOf(seconds) + 4}
          align={seconds === 12 ? 'end' : 'start'}
          kind="mono"
        >
          {`${seconds} s`}
        </Label>
      ))}
    </Diagram>
  );
}
