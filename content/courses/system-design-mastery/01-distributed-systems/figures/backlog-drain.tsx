import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

/** A server that can do 1,000 requests/s stands still for a minute. */
const capacity = 1000;
const stopSeconds = 60;

const xOf = (seconds: number) => 16 + seconds * 0.66;
const heightOf = (requests: number) => requests / 760;

function Backlog({ top, arrivals }: { top: number; arrivals: number }) {
  const highest = arrivals * stopSeconds;
  const empty = stopSeconds + highest / (capacity - arrivals);
  const base = top + 118;
  const isSlow = empty > 300;
  return (
    <>
      <Lane
        x={0}
        y={top}
        width={440}
        height={128}
        label={`${arrivals} requests/s, utilisation ${arrivals / 10}%`}
      />
      <path
        d={`M${xOf(0)} ${base}L${xOf(stopSeconds)} ${base - heightOf(highest)}L${xOf(empty)} ${base}Z`}
        fill="var(--accent-wash)"
        stroke="var(--accent)"
        strokeWidth={1.5}
      />
      <line x1={xOf(0)} x2={xOf(640)} y1={base} y2={base} stroke="var(--line-strong)" />
      <Label x={xOf(stopSeconds) + 12} y={base - heightOf(highest) + (isSlow ? -4 : 6)}>
        {`${highest.toLocaleString('en-GB')} waiting`}
      </Label>
      <Label
        x={xOf(empty) - (isSlow ? 6 : -10)}
        y={base - (isSlow ? 38 : 8)}
        align={isSlow ? 'end' : 'start'}
        kind="strong"
      >
        {`empty after ${empty} s`}
      </Label>
    </>
  );
}

export function BacklogDrain() {
  return (
    <Diagram
      width={440}
      height={296}
      title="The backlog of one minute"
      description="Two charts of waiting requests over ten minutes. A server with a capacity of 1,000 requests a second stands still for 60 seconds. At 500 arrivals a second 30,000 requests wait, and the queue is empty 120 seconds after the start. At 900 a second 54,000 wait, and the queue is empty after 600 seconds."
    >
      <Backlog top={0} arrivals={500} />
      <Backlog top={138} arrivals={900} />
      {[0, 60, 120, 300, 600].map((seconds) => (
        <Label key={seconds} x={xOf(seconds)} y={288} align={seconds === 0 ? 'start' : 'middle'} kind="mono">
          {seconds === 600 ? '600 s' : `${seconds}`}
        </Label>
      ))}
    </Diagram>
  );
}
