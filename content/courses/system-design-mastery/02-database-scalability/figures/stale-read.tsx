import { Arrow, Diagram, Label } from '@/lib/ui/diagram/diagram';

const xOf = (ms: number) => 70 + ms;
const rows = { user: 40, leader: 110, follower: 180 } as const;

export function StaleRead() {
  return (
    <Diagram
      width={440}
      height={262}
      title="A user overtakes the log"
      description="Time runs to the right, in milliseconds. At 10 the user writes to the leader and is answered. The log reaches the follower, which applies it at 300. At 150 the user reloads; the read goes to the follower and shows the old address. At 330 another read shows the new one."
    >
      {Object.entries(rows).map(([name, y]) => (
        <g key={name}>
          <Label x={2} y={y + 5} kind="strong">
            {name}
          </Label>
          <line x1={xOf(0)} x2={436} y1={y} y2={y} stroke="var(--line-strong)" />
        </g>
      ))}
      <rect
        x={xOf(24)}
        y={rows.leader - 8}
        width={436 - xOf(24)}
        height={16}
        fill="var(--accent-wash)"
        stroke="var(--accent)"
      />
      <rect
        x={xOf(300)}
        y={rows.follower - 8}
        width={436 - xOf(300)}
        height={16}
        fill="var(--accent-wash)"
        stroke="var(--accent)"
      />
      <Arrow from={[xOf(10), rows.user]} to={[xOf(20), rows.leader - 9]} kind="accent" />
      <Arrow from={[xOf(26), rows.leader + 9]} to={[xOf(298), rows.follower - 9]} kind="dashed" />
      <Arrow from={[xOf(150), rows.follower]} to={[xOf(160), rows.user + 2]} />
      <Arrow from={[xOf(330), rows.follower]} to={[xOf(340), rows.user + 2]} kind="accent" />
      <Label x={xOf(4)} y={26}>
        saves
      </Label>
      <Label x={xOf(160)} y={26} align="middle">
        reads: old
      </Label>
      <Label x={xOf(332)} y={26} align="middle">
        reads: new
      </Label>
      <Label x={xOf(56)} y={rows.follower - 26} align="start" kind="muted">
        log
      </Label>
      <path d={`M${xOf(24)} 206v8H${xOf(300)}v-8`} fill="none" stroke="var(--ink-muted)" />
      <Label x={xOf(162)} y={234} align="middle" kind="muted">
        lag: 280 ms in which the truth has two versions
      </Label>
      <Label x={xOf(0)} y={256} kind="mono">
        0
      </Label>
      <Label x={xOf(300)} y={256} align="middle" kind="mono">
        300 ms
      </Label>
    </Diagram>
  );
}
