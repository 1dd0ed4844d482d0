import { Diagram, Label } from '@/lib/ui/diagram/diagram';
import { clicks } from '../code/clicks.js';

const bound = 15;
const emittedAt = 82;
const lateAt = 94;

const xOf = (arrival: number) => 44 + arrival * 3.8;
const yOf = (time: number) => 262 - time * 2.4;

/** The watermark after each arrival: the newest event time so far, less the bound. */
function watermarkPath() {
  let newest = 0;
  const points = clicks.flatMap(([arrival, time]) => {
    const before = `${xOf(arrival)} ${yOf(Math.max(0, newest - bound))}`;
    newest = Math.max(newest, time);
    return [before, `${xOf(arrival)} ${yOf(Math.max(0, newest - bound))}`];
  });
  return `M${points.join('L')}`;
}

export function EventAndArrival() {
  return (
    <Diagram
      width={440}
      height={304}
      title="Clicks by the time they happened and the time they arrived"
      description="Nineteen clicks. Across: arrival, 0 to 100 seconds. Upwards: the time of the event. Most lie just below the diagonal. The watermark follows 15 seconds below the newest event and passes 60 at arrival 82, when the first minute is counted with 12 clicks. A click made at 57 arrives at 94, below the watermark: it is late."
    >
      <rect
        x={xOf(0)}
        y={yOf(60)}
        width={xOf(emittedAt) - xOf(0)}
        height={yOf(0) - yOf(60)}
        fill="var(--paper-sunken)"
        stroke="var(--line)"
      />
      <line x1={xOf(0)} y1={yOf(0)} x2={xOf(100)} y2={yOf(100)} stroke="var(--line-strong)" />
      <line x1={xOf(0)} y1={yOf(0)} x2={xOf(100)} y2={yOf(0)} stroke="var(--line-strong)" />
      <path d={watermarkPath()} fill="none" stroke="var(--accent)" strokeWidth={2} />
      {clicks.map(([arrival, time]) => (
        <circle
          key={arrival}
          cx={xOf(arrival)}
          cy={yOf(time)}
          r={arrival === lateAt ? 6 : 4}
          fill={arrival === lateAt ? 'var(--paper)' : 'var(--ink-strong)'}
          stroke="var(--ink-strong)"
          strokeWidth={2}
        />
      ))}
      <line
        x1={xOf(emittedAt)}
        x2={xOf(emittedAt)}
        y1={yOf(60)}
        y2={yOf(0)}
        stroke="var(--ink-strong)"
        strokeDasharray="3 3"
      />
      <Label x={xOf(emittedAt) - 6} y={yOf(2.5)} align="end" kind="strong">
        counted at 82: 12 clicks
      </Label>
      <Label x={xOf(lateAt) - 4} y={yOf(47)} align="middle" kind="strong">
        late
      </Label>
      <Label x={xOf(18)} y={yOf(66)} kind="muted">
        window 0 to 60
      </Label>
      <Label x={xOf(66)} y={yOf(92)} align="end" kind="muted">
        no delay: the diagonal
      </Label>
      <Label x={xOf(55)} y={yOf(27)} kind="accent">
        watermark
      </Label>
      {[0, 20, 40, 60, 80, 100].map((seconds) => (
        <Label key={seconds} x={xOf(seconds)} y={280} align="middle" kind="mono">
          {seconds}
        </Label>
      ))}
      {[20, 40, 60, 80, 100].map((seconds) => (
        <Label key={seconds} x={36} y={yOf(seconds) + 4} align="end" kind="mono">
          {seconds}
        </Label>
      ))}
      <Label x={424} y={300} align="end" kind="muted">
        arrival, s
      </Label>
      <Label x={2} y={14} kind="muted">
        time of the event, s
      </Label>
    </Diagram>
  );
}
