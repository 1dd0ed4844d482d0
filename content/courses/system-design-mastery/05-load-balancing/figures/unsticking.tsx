import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Phase = {
  title: string;
  writes: string;
  reads: string;
  routing: string;
  lost: number;
};

/** `lost`: share of sessions that die with one of three servers. */
const phases: readonly Phase[] = [
  { title: 'Before', writes: 'memory', reads: 'memory', routing: 'pinned', lost: 33 },
  { title: 'Step 1', writes: 'both', reads: 'memory', routing: 'pinned', lost: 33 },
  { title: 'Step 2', writes: 'both', reads: 'store', routing: 'pinned', lost: 0 },
  { title: 'Step 3', writes: 'both', reads: 'store', routing: '25% free', lost: 0 },
  { title: 'Step 4', writes: 'store', reads: 'store', routing: 'free', lost: 0 },
];

const left = 66;
const step = 75;
const isNew = (value: string) => !['memory', 'pinned'].includes(value);

export function Unsticking() {
  return (
    <Diagram
      width={440}
      height={246}
      title="Four steps from pinned sessions in memory to free sessions in a store"
      description="Step by step: writes go to memory, then to memory and store, finally to the store only. Reads come from memory in the first two phases and from the store afterwards. Routing is pinned until the fourth phase, in which 25 percent of sessions are free, and free in the last. The share of sessions that die with one server is 33 percent in the first two phases and zero from the third on."
    >
      {['Writes', 'Reads', 'Routing'].map((row, index) => (
        <Label key={row} x={2} y={60 + index * 44} kind="muted">
          {row}
        </Label>
      ))}
      <Label x={2} y={194} kind="muted">
        Lost if a
      </Label>
      <Label x={2} y={210} kind="muted">
        server dies
      </Label>
      {phases.map((phase, column) => {
        const x = left + column * step;
        return (
          <g key={phase.title}>
            <Label x={x + 35} y={20} align="middle" kind="strong">
              {phase.title}
            </Label>
            {[phase.writes, phase.reads, phase.routing].map((value, row) => (
              <g key={`${phase.title}${value}${row === 0 ? 'w' : row === 1 ? 'r' : 'p'}`}>
                <rect
                  x={x + 1}
                  y={38 + row * 44}
                  width={68}
                  height={34}
                  rx={3}
                  fill={isNew(value) ? 'var(--accent-wash)' : 'var(--paper-raised)'}
                  stroke={isNew(value) ? 'var(--accent)' : 'var(--line-strong)'}
                />
                <Label x={x + 35} y={60 + row * 44} align="middle">
                  {value}
                </Label>
              </g>
            ))}
            <rect
              x={x + 20}
              y={232 - phase.lost * 1.5}
              width={30}
              height={Math.max(phase.lost * 1.5, 1)}
              fill="var(--paper-raised)"
              stroke="var(--ink-muted)"
            />
            <Label x={x + 35} y={phase.lost > 0 ? 212 : 222} align="middle" kind="mono">
              {`${phase.lost}%`}
            </Label>
          </g>
        );
      })}
    </Diagram>
  );
}
