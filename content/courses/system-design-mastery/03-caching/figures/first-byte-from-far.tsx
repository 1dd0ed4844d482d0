import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Part = { ms: number; label: string; kind: 'trip' | 'origin' };
type Row = { label: string; parts: readonly Part[]; total: string };

const rows: readonly Row[] = [
  {
    label: 'straight to the origin',
    parts: [
      { ms: 270, label: 'TCP', kind: 'trip' },
      { ms: 270, label: 'TLS', kind: 'trip' },
      { ms: 270, label: 'request', kind: 'trip' },
      { ms: 50, label: '', kind: 'origin' },
    ],
    total: '860 ms',
  },
  {
    label: 'edge without a copy, connection to the origin kept open',
    parts: [
      { ms: 40, label: '', kind: 'trip' },
      { ms: 290, label: 'request', kind: 'trip' },
      { ms: 50, label: '', kind: 'origin' },
    ],
    total: '380 ms',
  },
  {
    label: 'edge with a copy',
    parts: [{ ms: 60, label: '', kind: 'trip' }],
    total: '60 ms',
  },
];

const perMs = 0.43;
const placed = (parts: readonly Part[]) =>
  parts.map((part, index) => ({
    ...part,
    from: parts.slice(0, index).reduce((sum, { ms }) => sum + ms, 0),
  }));

export function FirstByteFromFar() {
  return (
    <Diagram
      width={440}
      height={204}
      title="Time to the first byte, Sydney to Frankfurt"
      description="Three bars. Straight to the origin: three round trips of 270 milliseconds for TCP, TLS and the request, and 50 for the server: 860. Through an edge without a copy, over a connection that is kept open: two short round trips for TCP and TLS, then 290 for the request and 50 for the server: 380. From an edge with a copy: three short round trips, 60 milliseconds."
    >
      {rows.map((row, index) => {
        const top = 22 + index * 62;
        const parts = placed(row.parts);
        const end = parts.reduce((sum, { ms }) => sum + ms, 0);
        return (
          <g key={row.label}>
            <Label x={2} y={top - 6} kind="muted">
              {row.label}
            </Label>
            {parts.map((part) => (
              <g key={part.from}>
                <rect
                  x={2 + part.from * perMs}
                  y={top}
                  width={part.ms * perMs}
                  height={28}
                  fill={part.kind === 'origin' ? 'var(--accent)' : 'var(--accent-wash)'}
                  stroke="var(--accent)"
                />
                <Label x={2 + (part.from + part.ms / 2) * perMs} y={top + 19} align="middle">
                  {part.label}
                </Label>
              </g>
            ))}
            <Label x={10 + end * perMs} y={top + 19} kind="strong">
              {row.total}
            </Label>
          </g>
        );
      })}
      <rect x={2} y={188} width={12} height={12} fill="var(--accent)" />
      <Label x={20} y={199} kind="muted">
        the origin works, 50 ms
      </Label>
    </Diagram>
  );
}
