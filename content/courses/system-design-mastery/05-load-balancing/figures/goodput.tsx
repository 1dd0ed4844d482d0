import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Point = readonly [offered: number, answered: number];

/** In requests a second; capacity is 60. */
const shed: readonly Point[] = [
  [0, 0],
  [60, 60],
  [180, 57],
];
/** Answers that still have a reader, when everything is queued and patience ends. */
const queued: readonly Point[] = [
  [0, 0],
  [56, 56],
  [66, 46],
  [76, 26],
  [92, 12],
  [120, 5],
  [180, 2],
];

const xOf = (offered: number) => 52 + offered * 2.05;
const yOf = (answered: number) => 196 - answered * 2.4;
const line = (points: readonly Point[]) =>
  `M${points.map(([offered, answered]) => `${xOf(offered)} ${yOf(answered)}`).join('L')}`;

/** Measured in a cell: what is offered and what is answered within half a second. */
const measured: readonly Point[] = [
  [40, 40],
  [100, 57],
  [100, 64],
];

export function Goodput() {
  return (
    <Diagram
      width={440}
      height={250}
      title="Useful answers a second, by what is offered"
      description="Offered load on the horizontal axis, useful answers on the vertical, capacity 60 a second. With shedding the curve rises to 60 and stays nearly flat. With an unlimited queue it rises to 60, collapses within a quarter of overload and stays near zero. Three measured points lie on the upper curve: 40 at 40, and 57 and 64 at 100."
    >
      <line x1={xOf(0)} x2={xOf(180)} y1={yOf(0)} y2={yOf(0)} stroke="var(--line-strong)" />
      <line x1={xOf(0)} x2={xOf(0)} y1={yOf(72)} y2={yOf(0)} stroke="var(--line-strong)" />
      <line
        x1={xOf(60)}
        x2={xOf(60)}
        y1={yOf(72)}
        y2={yOf(0)}
        stroke="var(--line-strong)"
        strokeDasharray="3 3"
      />
      <Label x={xOf(62)} y={22} kind="muted">
        capacity
      </Label>
      <path d={line(queued)} fill="none" stroke="var(--failed)" strokeWidth={2} strokeDasharray="6 4" />
      <path d={line(shed)} fill="none" stroke="var(--accent)" strokeWidth={2.5} />
      {measured.map(([offered, answered]) => (
        <circle
          key={`${offered} ${answered}`}
          cx={xOf(offered)}
          cy={yOf(answered)}
          r={4.5}
          fill="var(--paper)"
          stroke="var(--ink-strong)"
          strokeWidth={2}
        />
      ))}
      <Label x={xOf(112)} y={yOf(64)} kind="strong">
        refuse the excess
      </Label>
      <Label x={xOf(96)} y={yOf(17)} kind="strong">
        queue everything
      </Label>
      {[0, 60, 120, 180].map((offered) => (
        <Label key={offered} x={xOf(offered)} y={214} align="middle" kind="mono">
          {String(offered)}
        </Label>
      ))}
      {[20, 40, 60].map((answered) => (
        <Label key={answered} x={44} y={yOf(answered) + 5} align="end" kind="mono">
          {String(answered)}
        </Label>
      ))}
      <Label x={xOf(180)} y={238} align="end" kind="muted">
        offered, requests a second
      </Label>
      <Label x={4} y={238} kind="muted">
        circles: measured
      </Label>
    </Diagram>
  );
}
