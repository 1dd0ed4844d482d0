import { Diagram, Label } from '@/lib/ui/diagram/diagram';

const phases = [
  { label: 'copy the snapshot', note: '80 s', from: 0, to: 190, owner: 'old' },
  { label: 'follow the log', note: '10 s', from: 190, to: 290, owner: 'old' },
  { label: 'pause', note: '0.2 s', from: 290, to: 316, owner: 'none' },
  { label: 'serve, check, delete', note: 'days', from: 316, to: 436, owner: 'new' },
] as const;

const writers = [
  { label: 'old node writes', from: 0, to: 290 },
  { label: 'new node writes', from: 316, to: 436 },
] as const;

export function MovingASlot() {
  return (
    <Diagram
      width={440}
      height={190}
      title="Moving one slot of 8 GB while it serves"
      description="Time runs to the right, not to scale. The snapshot is copied for 80 seconds and the log is followed for 10, while the old node takes all writes. Writes to this slot pause for 0.2 seconds. Then the map names the new node, which takes the writes; the old copy is compared and deleted days later."
    >
      {phases.map(({ label, note, from, to }, index) => (
        <g key={label}>
          <rect
            x={2 + from}
            y={34}
            width={to - from}
            height={30}
            fill={index === 2 ? 'var(--accent)' : 'var(--paper-raised)'}
            stroke="var(--line-strong)"
          />
          <Label x={2 + (from + to) / 2} y={84} align="middle" kind="mono">
            {note}
          </Label>
        </g>
      ))}
      <Label x={97} y={54} align="middle">
        copy the snapshot
      </Label>
      <Label x={242} y={54} align="middle">
        follow log
      </Label>
      <Label x={378} y={54} align="middle">
        check, delete
      </Label>
      <Label x={305} y={22} align="middle" kind="strong">
        writes pause
      </Label>
      {writers.map(({ label, from, to }) => (
        <g key={label}>
          <rect
            x={2 + from}
            y={110}
            width={to - from}
            height={28}
            fill="var(--accent-wash)"
            stroke="var(--accent)"
          />
          <Label x={2 + (from + to) / 2} y={129} align="middle">
            {label}
          </Label>
        </g>
      ))}
      <path d="M305 106v56" stroke="var(--ink-muted)" strokeDasharray="3 3" fill="none" />
      <Label x={305} y={180} align="middle" kind="muted">
        the map changes
      </Label>
    </Diagram>
  );
}
