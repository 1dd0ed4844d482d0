import { Diagram, Label } from '@/lib/ui/diagram/diagram';

/** Seconds since the leader's last heartbeat. */
const phases = [
  { label: 'lease runs', note: '30 s', from: 0, to: 30, kind: 'wait' },
  { label: 'promote', note: '5 s', from: 30, to: 35, kind: 'act' },
  { label: 'clients reconnect', note: '10 s', from: 35, to: 45, kind: 'act' },
] as const;

const xOf = (seconds: number) => 20 + seconds * 8.4;

export function FailoverWindow() {
  return (
    <Diagram
      width={440}
      height={214}
      title="A failover, second by second"
      description="The leader dies at second 0. Its lease runs out at 30, a follower is promoted by 35, and clients are connected to it by 45. During the 45 seconds no write succeeds. Commits that the leader had confirmed in the last 0.2 seconds, but not yet sent, are missing on the new leader."
    >
      <Label x={xOf(0)} y={20} kind="strong">
        Leader dies
      </Label>
      <line x1={xOf(0)} x2={xOf(0)} y1={28} y2={150} stroke="var(--ink-muted)" strokeDasharray="3 3" />
      {phases.map(({ label, note, from, to, kind }, row) => {
        const y = 36 + row * 38;
        return (
          <g key={label}>
            <rect
              x={xOf(from)}
              y={y}
              width={xOf(to) - xOf(from)}
              height={28}
              fill={kind === 'wait' ? 'var(--paper-raised)' : 'var(--accent-wash)'}
              stroke={kind === 'wait' ? 'var(--line-strong)' : 'var(--accent)'}
            />
            {row === 0 ? (
              <Label x={xOf(from) + 10} y={y + 19}>
                {`${label}: ${note}`}
              </Label>
            ) : (
              <Label x={xOf(from) - 10} y={y + 19} align="end">
                {`${label}: ${note}`}
              </Label>
            )}
          </g>
        );
      })}
      {[0, 15, 30, 45].map((seconds) => (
        <Label key={seconds} x={xOf(seconds)} y={170} align="middle" kind="mono">
          {`${seconds} s`}
        </Label>
      ))}
      <Label x={2} y={204} kind="strong">
        45 s without writes; the unsent commits are gone
      </Label>
    </Diagram>
  );
}
