import { Diagram, Label } from '@/lib/ui/diagram/diagram';
import { costOf } from '../code/fan-out-cost.mjs';

const { writesAtPeak, burstSeconds } = costOf(Infinity);
const capacity = writesAtPeak * 2;
/** How long an ordinary post waits that is published `seconds` after the large one. */
const waitAt = (seconds: number) => Math.max(0, ((burstSeconds - seconds) * writesAtPeak) / capacity);

const xOf = (seconds: number) => 56 + (seconds + 8) * 6.6;
const yOf = (wait: number) => 226 - wait * 9;
const lateUntil = burstSeconds - 10; // five seconds of waiting at twice the drain

export function FanOutDelay() {
  return (
    <Diagram
      width={440}
      height={276}
      title="One post to 40 million followers delays everybody"
      description="Delay of an ordinary post before it reaches its followers, against time. At second 0 an account with 40 million followers posts. With fan-out on write for everybody the delay jumps to 18 seconds and falls to zero at second 36; it is above the promised 5 seconds until second 26. With a threshold of 100,000 followers the delay stays at zero."
    >
      <rect
        x={xOf(0)}
        y={yOf(20)}
        width={xOf(lateUntil) - xOf(0)}
        height={yOf(0) - yOf(20)}
        fill="var(--paper-sunken)"
      />
      <line x1={xOf(-8)} x2={xOf(48)} y1={yOf(0)} y2={yOf(0)} stroke="var(--line-strong)" />
      <line
        x1={xOf(-8)}
        x2={xOf(48)}
        y1={yOf(5)}
        y2={yOf(5)}
        stroke="var(--ink-muted)"
        strokeDasharray="4 4"
      />
      <path
        d={`M${xOf(-8)} ${yOf(0)}L${xOf(0)} ${yOf(0)}L${xOf(0)} ${yOf(waitAt(0))}L${xOf(burstSeconds)} ${yOf(0)}`}
        fill="none"
        stroke="var(--ink-strong)"
        strokeWidth={2}
      />
      <path
        d={`M${xOf(-8)} ${yOf(0) - 3}L${xOf(48)} ${yOf(0) - 3}`}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={2}
      />
      <Label x={xOf(2)} y={yOf(18) - 4} kind="strong">
        everything pushed
      </Label>
      <Label x={xOf(26.6)} y={yOf(5) - 7} kind="muted">
        promise: 5 s
      </Label>
      <Label x={xOf(36.6)} y={yOf(0) - 12} kind="accent">
        hybrid
      </Label>
      {[0, 5, 10, 15, 20].map((wait) => (
        <Label key={wait} x={48} y={yOf(wait) + 4} align="end" kind="mono">
          {`${wait} s`}
        </Label>
      ))}
      {[0, 10, 20, 30, 40].map((seconds) => (
        <Label key={seconds} x={xOf(seconds)} y={246} align="middle" kind="mono">
          {`${seconds} s`}
        </Label>
      ))}
      <Label x={xOf(20)} y={268} align="middle" kind="muted">
        after the large post
      </Label>
      <Label x={8} y={22} kind="muted">
        delay of an ordinary post
      </Label>
    </Diagram>
  );
}
