import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

/** Requests on app2 in seconds: when they came and when they would end. */
const requests = [
  { from: 0.2, to: 1.6 },
  { from: 0.5, to: 2.1 },
  { from: 0.8, to: 2.6 },
] as const;

const stopAt = 1.2;
const end = 3.4;
const xOf = (seconds: number) => 20 + seconds * 120;

function Timeline({ top, isDrained }: { top: number; isDrained: boolean }) {
  const label = isDrained ? 'Drained at 1.2 s, stopped when empty' : 'Killed at 1.2 s';
  return (
    <>
      <Lane x={0} y={top} width={440} height={150} label={label} />
      <line
        x1={xOf(stopAt)}
        x2={xOf(stopAt)}
        y1={top + 28}
        y2={top + 118}
        stroke="var(--ink-muted)"
        strokeDasharray="3 3"
      />
      {requests.map(({ from, to }, row) => {
        const y = top + 34 + row * 22;
        const until = isDrained ? to : stopAt;
        return (
          <g key={from}>
            <rect
              x={xOf(from)}
              y={y}
              width={xOf(until) - xOf(from)}
              height={14}
              fill="var(--app2-wash)"
              stroke="var(--app2)"
            />
            {!isDrained && (
              <path
                d={`M ${xOf(stopAt) + 3} ${y + 2} l 10 10 m 0 -10 l -10 10`}
                stroke="var(--failed)"
                strokeWidth={2}
              />
            )}
          </g>
        );
      })}
      {!isDrained && (
        <Label x={xOf(1.5)} y={top + 67}>
          three requests lost
        </Label>
      )}
      <rect
        x={xOf(stopAt)}
        y={top + 102}
        width={xOf(end) - xOf(stopAt)}
        height={14}
        fill="var(--app3-wash)"
        stroke="var(--app3)"
      />
      <Label x={xOf(stopAt) + 10} y={top + 134}>
        new requests go to app1 and app3
      </Label>
      {isDrained && (
        <g>
          <path d={`M ${xOf(2.6)} ${top + 28} v 66`} stroke="var(--ink-strong)" strokeWidth={2} />
          <Label x={xOf(2.6) + 8} y={top + 50}>
            empty: stop
          </Label>
        </g>
      )}
    </>
  );
}

export function DrainOrKill() {
  return (
    <Diagram
      width={440}
      height={340}
      title="Three requests in hand when a server is taken out"
      description="Two timelines of app2 with three requests in hand at 1.2 seconds. Killed: all three are lost, and new requests go to the others. Drained: new requests go to the others from the same moment, the three requests end at 1.6, 2.1 and 2.6 seconds, and only then is the server stopped."
    >
      <Timeline top={0} isDrained={false} />
      <Timeline top={160} isDrained />
      {[0, 1, 2, 3].map((seconds) => (
        <Label key={seconds} x={xOf(seconds)} y={332} align="middle" kind="mono">
          {`${seconds} s`}
        </Label>
      ))}
    </Diagram>
  );
}
