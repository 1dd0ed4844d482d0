import { Diagram, Label } from '@/lib/ui/diagram/diagram';
import { twoBucketWindow } from '../code/two-bucket-window.mjs';

const limit = 100;
const [from, to] = [50, 130];
const xOf = (second: number) => 48 + (second - from) * 4.8;
const yOf = (count: number) => 226 - count * 0.96;

/** 100 requests in second 59, then ten a second. */
const times = [
  ...Array.from({ length: 100 }, (_, index) => 59_000 + index * 10),
  ...Array.from({ length: 700 }, (_, index) => 60_000 + index * 100),
];

const minuteOf = (time: number) => Math.floor(time / 60_000);

function fixedWindow() {
  let [minute, count] = [0, 0];
  return (now: number) => {
    if (minuteOf(now) > minute) [minute, count] = [minuteOf(now), 0];
    count += 1;
    return count <= limit;
  };
}

/** What each limiter has let through in the 60 seconds before each half second. */
function curveOf(allow: (now: number) => boolean): string {
  const accepted = times.filter(allow);
  return Array.from({ length: (to - from) * 2 + 1 }, (_, step) => from + step / 2)
    .map((second) => {
      const now = second * 1000;
      const count = accepted.filter((time) => time <= now && time > now - 60_000).length;
      return `${xOf(second).toFixed(1)} ${yOf(count).toFixed(1)}`;
    })
    .join('L');
}

export function WindowOvershoot() {
  return (
    <Diagram
      width={440}
      height={276}
      title="What passes in any 60 seconds, under attack"
      description="A client sends 100 requests in second 59 and ten a second afterwards; the limit is 100 a minute. The count of requests let through in the last 60 seconds: with a fixed window it reaches 200 ten seconds after the boundary; with two buckets it climbs evenly from 100 to 199 during the minute after the boundary; an exact window stays at 100."
    >
      {[0, 50, 100, 150, 200].map((count) => (
        <g key={count}>
          <line x1={xOf(from)} x2={xOf(to)} y1={yOf(count)} y2={yOf(count)} stroke="var(--line)" />
          <Label x={40} y={yOf(count) + 4} align="end" kind="mono">
            {`${count}`}
          </Label>
        </g>
      ))}
      <line
        x1={xOf(60)}
        x2={xOf(60)}
        y1={yOf(205)}
        y2={yOf(0)}
        stroke="var(--ink-muted)"
        strokeDasharray="3 3"
      />
      <path
        d={`M${xOf(59)} ${yOf(0)}L${xOf(60)} ${yOf(100)}L${xOf(to)} ${yOf(100)}`}
        fill="none"
        stroke="var(--ink-muted)"
        strokeWidth={2}
      />
      <path d={`M${curveOf(fixedWindow())}`} fill="none" stroke="var(--ink-strong)" strokeWidth={2} />
      <path d={`M${curveOf(twoBucketWindow(limit))}`} fill="none" stroke="var(--accent)" strokeWidth={2.5} />
      <Label x={xOf(72)} y={yOf(200) - 6} kind="strong">
        fixed window
      </Label>
      <Label x={xOf(88)} y={yOf(132)} kind="accent">
        two buckets
      </Label>
      <Label x={xOf(66)} y={yOf(100) + 18} kind="muted">
        exact window
      </Label>
      {[60, 80, 100, 120].map((second) => (
        <Label key={second} x={xOf(second)} y={246} align="middle" kind="mono">
          {`${second} s`}
        </Label>
      ))}
      <Label x={48} y={268} kind="muted">
        dashed: the boundary between two minutes
      </Label>
    </Diagram>
  );
}
