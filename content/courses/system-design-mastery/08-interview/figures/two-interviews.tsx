import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Phase = { name: string; from: number; to: number; isDeciding?: boolean };

const first: readonly Phase[] = [
  { name: 'Clarify', from: 0, to: 14 },
  { name: 'Estimate storage', from: 14, to: 26 },
  { name: 'High level', from: 26, to: 41 },
  { name: 'Deep dive', from: 41, to: 45, isDeciding: true },
];

const second: readonly Phase[] = [
  { name: 'Clarify', from: 0, to: 5 },
  { name: 'Estimate, API', from: 5, to: 8 },
  { name: 'High level', from: 8, to: 23 },
  { name: 'Deep dive', from: 23, to: 38, isDeciding: true },
  { name: 'Trade-offs', from: 38, to: 43, isDeciding: true },
];

const top = 40;
const yOf = (minute: number) => top + minute * 8;

function Interview({ x, title, phases }: { x: number; title: string; phases: readonly Phase[] }) {
  return (
    <>
      <Label x={x} y={24} kind="strong">
        {title}
      </Label>
      {phases.map((phase) => (
        <g key={phase.name}>
          <rect
            x={x}
            y={yOf(phase.from)}
            width={186}
            height={yOf(phase.to) - yOf(phase.from)}
            fill={phase.isDeciding ? 'var(--accent-wash)' : 'var(--paper-raised)'}
            stroke={phase.isDeciding ? 'var(--accent)' : 'var(--line-strong)'}
          />
          <Label x={x + 10} y={(yOf(phase.from) + yOf(phase.to)) / 2 + 5}>
            {phase.name}
          </Label>
          <Label x={x + 176} y={(yOf(phase.from) + yOf(phase.to)) / 2 + 5} align="end" kind="mono">
            {`${phase.to - phase.from} min`}
          </Label>
        </g>
      ))}
    </>
  );
}

export function TwoInterviews() {
  return (
    <Diagram
      width={440}
      height={416}
      title="The same 45 minutes, spent twice"
      description="Two columns of 45 minutes. The first candidate clarifies for 14 minutes, estimates storage for 12, draws for 15 and has 4 minutes for the deep dive. The second clarifies for 5, estimates and shapes the API for 3, draws for 15, goes deep for 15 and discusses trade-offs for 5. The parts in which decisions are argued are marked: 4 minutes against 20."
    >
      {[0, 10, 20, 30, 40].map((minute) => (
        <Label key={minute} x={24} y={yOf(minute) + 5} align="end" kind="mono">
          {`${minute}`}
        </Label>
      ))}
      <Interview x={34} title="First candidate" phases={first} />
      <Interview x={244} title="Second candidate" phases={second} />
    </Diagram>
  );
}
