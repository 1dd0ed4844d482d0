import { Arrow, Diagram, Label } from '@/lib/ui/diagram/diagram';

/** Seconds since worker A got the lease. */
const leaseEnds = 30;
const xOf = (seconds: number) => 84 + seconds * 6.3;
const rows = { a: 62, b: 118, store: 186 };

function Bar({
  from,
  to,
  y,
  text,
  kind,
}: {
  from: number;
  to: number;
  y: number;
  text: string;
  kind: 'held' | 'paused';
}) {
  return (
    <>
      <rect
        x={xOf(from)}
        y={y - 13}
        width={xOf(to) - xOf(from)}
        height={26}
        fill={kind === 'held' ? 'var(--accent-wash)' : 'var(--paper-sunken)'}
        stroke={kind === 'held' ? 'var(--accent)' : 'var(--ink-muted)'}
        strokeDasharray={kind === 'held' ? '0' : '4 3'}
      />
      <Label
        x={(xOf(from) + xOf(to)) / 2}
        y={y + 5}
        align="middle"
        kind={kind === 'held' ? 'plain' : 'muted'}
      >
        {text}
      </Label>
    </>
  );
}

export function PausedHolder() {
  return (
    <Diagram
      width={440}
      height={252}
      title="A holder that was paused"
      description="Worker A gets the lease with token 33 at 0 seconds, works until 4 and is paused from 4 to 51. Its lease ends at 30. Worker B gets token 34 at 31 and writes to the store at 38. At 51 worker A wakes up, still believes in its lease and writes with token 33. The store has seen 34 and refuses."
    >
      {[
        { label: 'Worker A', y: rows.a },
        { label: 'Worker B', y: rows.b },
        { label: 'Store', y: rows.store },
      ].map(({ label, y }) => (
        <g key={label}>
          <Label x={2} y={y + 5} kind="strong">
            {label}
          </Label>
          <line x1={xOf(0)} x2={438} y1={y} y2={y} stroke="var(--line-strong)" />
        </g>
      ))}
      <line
        x1={xOf(leaseEnds)}
        x2={xOf(leaseEnds)}
        y1={26}
        y2={rows.store}
        stroke="var(--ink-muted)"
        strokeDasharray="3 3"
      />
      <Label x={xOf(leaseEnds)} y={18} align="middle" kind="muted">
        A’s lease ends
      </Label>
      <Label x={xOf(0)} y={40} kind="accent">
        token 33
      </Label>
      <Bar from={0} to={4} y={rows.a} text="" kind="held" />
      <Bar from={4} to={51} y={rows.a} text="paused for 47 s" kind="paused" />
      <Label x={xOf(31)} y={rows.b - 18} kind="accent">
        token 34
      </Label>
      <Bar from={31} to={55} y={rows.b} text="works" kind="held" />
      <Arrow from={[xOf(38), rows.b + 13]} to={[xOf(38), rows.store]} kind="accent" />
      <Label x={xOf(40)} y={rows.store + 20} align="end" kind="accent">
        34: stored
      </Label>
      <Arrow from={[xOf(51), rows.a + 13]} to={[xOf(51), rows.store]} kind="failed" />
      <Label x={438} y={rows.store + 20} align="end" kind="strong">
        33: refused
      </Label>
      {[0, 30, 51].map((seconds) => (
        <Label key={seconds} x={xOf(seconds)} y={242} align="middle" kind="mono">
          {seconds === 51 ? '51 s' : `${seconds}`}
        </Label>
      ))}
    </Diagram>
  );
}
