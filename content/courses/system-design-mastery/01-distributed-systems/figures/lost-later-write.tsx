import { Arrow, Diagram, Label } from '@/lib/ui/diagram/diagram';

/** True milliseconds; server A's clock is 60 ms ahead. */
const aheadMs = 60;
const writes = [
  { server: 'Server A', clock: 'clock +60 ms', at: 100, value: '“Berlin”', y: 56, isLater: false },
  { server: 'Server B', clock: 'clock right', at: 140, value: '“Lisbon”', y: 122, isLater: true },
] as const;

const store = 196;
const xOf = (ms: number) => 100 + (ms - 80) * 2.6;

export function LostLaterWrite() {
  return (
    <Diagram
      width={440}
      height={258}
      title="The later write loses"
      description="Two writes to the same field. Server A, whose clock is 60 milliseconds ahead, stores Berlin at true time 100 with the timestamp 160. Server B stores Lisbon at true time 140 with the timestamp 140. The store keeps the higher timestamp, so Berlin stays and Lisbon, written later, is dropped."
    >
      {writes.map((write) => {
        const stamp = write.isLater ? write.at : write.at + aheadMs;
        return (
          <g key={write.server}>
            <Label x={2} y={write.y} kind="strong">
              {write.server}
            </Label>
            <Label x={2} y={write.y + 17} kind="muted">
              {write.clock}
            </Label>
            <line x1={xOf(80)} x2={438} y1={write.y} y2={write.y} stroke="var(--line-strong)" />
            <Arrow
              from={[xOf(write.at), write.y]}
              to={[xOf(write.at + 24), store]}
              kind={write.isLater ? 'dashed' : 'accent'}
            />
            <circle
              cx={xOf(write.at)}
              cy={write.y}
              r={5}
              fill={write.isLater ? 'var(--ink-muted)' : 'var(--accent)'}
            />
            <Label x={xOf(write.at) - 4} y={write.y - 12} kind={write.isLater ? 'plain' : 'accent'}>
              {`${write.value}, stamped ${stamp}`}
            </Label>
          </g>
        );
      })}
      <Label x={2} y={store + 5} kind="strong">
        Store
      </Label>
      <line x1={xOf(80)} x2={438} y1={store} y2={store} stroke="var(--line-strong)" />
      <Label x={xOf(124)} y={store + 20} align="middle" kind="accent">
        160: kept
      </Label>
      <Label x={xOf(164)} y={store + 20} kind="strong" align="start">
        140: dropped
      </Label>
      {[100, 140].map((ms) => (
        <Label key={ms} x={xOf(ms)} y={248} align="middle" kind="mono">
          {`${ms}`}
        </Label>
      ))}
      <Label x={438} y={248} align="end" kind="muted">
        true time, ms
      </Label>
    </Diagram>
  );
}
