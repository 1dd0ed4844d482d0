import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

type Span = { from: number; to: number; label: string; isLocked?: boolean };
type Party = { name: string; spans: readonly Span[] };

const xOf = (units: number) => 106 + units * 32.6;

const parties: readonly Party[] = [
  { name: 'Coordinator', spans: [{ from: 0, to: 3.6, label: 'asks, decides' }] },
  {
    name: 'Flights',
    spans: [
      { from: 0.4, to: 2, label: 'work' },
      { from: 2, to: 10, label: 'prepared: row locked', isLocked: true },
    ],
  },
  {
    name: 'Hotels',
    spans: [
      { from: 0.4, to: 2.6, label: 'work' },
      { from: 2.6, to: 10, label: 'prepared: row locked', isLocked: true },
    ],
  },
];

export function InDoubt() {
  return (
    <Diagram
      width={440}
      height={196}
      title="Two-phase commit whose coordinator disappears"
      description="Three bars over time. The coordinator asks two databases to prepare. Flights and hotels do their work and prepare. The coordinator stops after both have said yes and before it sends its decision. Both databases keep their rows locked from then on, without an end, since neither may decide alone."
    >
      {parties.map(({ name, spans }, row) => {
        const y = 14 + row * 50;
        return (
          <g key={name}>
            <Lane x={0} y={y - 8} width={440} height={46} />
            <Label x={8} y={y + 20} kind="strong">
              {name}
            </Label>
            {spans.map((span) => (
              <g key={span.label}>
                <rect
                  x={xOf(span.from)}
                  y={y}
                  width={xOf(span.to) - xOf(span.from)}
                  height={30}
                  fill={span.isLocked ? 'var(--app2-wash)' : 'var(--paper)'}
                  stroke={span.isLocked ? 'var(--app2)' : 'var(--ink-muted)'}
                />
                <Label x={span.isLocked ? xOf(3.6) + 10 : xOf(span.from) + 8} y={y + 20}>
                  {span.label}
                </Label>
              </g>
            ))}
          </g>
        );
      })}
      <line x1={xOf(3.6)} x2={xOf(3.6)} y1={8} y2={170} stroke="var(--ink-strong)" strokeDasharray="4 3" />
      <path d={`M${xOf(3.6) - 7} 22 l14 14 m0 -14 l-14 14`} stroke="var(--ink-strong)" strokeWidth={2.5} />
      <Label x={xOf(3.6) + 14} y={34} kind="muted">
        gone before it says “commit”
      </Label>
      <Label x={xOf(3.6)} y={188} kind="muted">
        in doubt, until it returns
      </Label>
    </Diagram>
  );
}
