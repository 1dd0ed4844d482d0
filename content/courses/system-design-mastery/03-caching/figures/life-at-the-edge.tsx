import { Diagram, Label } from '@/lib/ui/diagram/diagram';

const phases = [
  { label: 'fresh', until: '60 s', width: 92, visitor: 'copy, at once', origin: 'nothing', kind: 'accent' },
  {
    label: 'stale, renewing',
    until: '11 min',
    width: 134,
    visitor: 'copy, at once',
    origin: '1 conditional GET',
    kind: 'wash',
  },
  {
    label: 'stale, if error',
    until: '24 h',
    width: 124,
    visitor: 'copy if origin fails',
    origin: '1 conditional GET',
    kind: 'raised',
  },
  { label: 'gone', until: '', width: 88, visitor: 'waits', origin: 'full GET', kind: 'none' },
] as const;

const fills = {
  accent: 'var(--accent)',
  wash: 'var(--accent-wash)',
  raised: 'var(--paper-raised)',
  none: 'transparent',
};

const starts = phases.map((_, index) => phases.slice(0, index).reduce((sum, { width }) => sum + width, 1));

export function LifeAtTheEdge() {
  return (
    <Diagram
      width={440}
      height={196}
      title="The life of one response at an edge"
      description="Four phases from left to right. For 60 seconds the copy is fresh, visitors get it at once and the origin sees nothing. Until about 11 minutes it is stale and is being renewed: visitors still get it at once, the origin sees one conditional request. Until 24 hours visitors wait for a conditional request and get the copy only if the origin fails. After that it is gone and visitors wait for a full request."
    >
      {phases.map((phase, index) => {
        const x = starts[index] ?? 1;
        const middle = x + phase.width / 2;
        return (
          <g key={phase.label}>
            <Label x={middle} y={16} align="middle" kind="strong">
              {phase.label}
            </Label>
            <rect
              x={x}
              y={26}
              width={phase.width}
              height={26}
              fill={fills[phase.kind]}
              stroke={phase.kind === 'none' ? 'var(--line-strong)' : 'var(--accent)'}
              strokeDasharray={phase.kind === 'none' ? '5 4' : undefined}
            />
            <Label x={x + phase.width} y={70} align="middle" kind="mono">
              {phase.until}
            </Label>
            <Label x={middle} y={120} align="middle">
              {phase.visitor}
            </Label>
            <Label x={middle} y={176} align="middle">
              {phase.origin}
            </Label>
          </g>
        );
      })}
      <Label x={2} y={98} kind="muted">
        The visitor gets
      </Label>
      <Label x={2} y={154} kind="muted">
        The origin sees
      </Label>
    </Diagram>
  );
}
