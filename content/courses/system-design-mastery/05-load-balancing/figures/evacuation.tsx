import { Diagram, Label } from '@/lib/ui/diagram/diagram';

/** Thousands of requests a second in each step of moving Europe's 10,000 to America, which has 8,000 of its own. */
const steps = [
  { moved: 0, europe: 10, america: 8 },
  { moved: 25, europe: 7.5, america: 10.5 },
  { moved: 50, europe: 5, america: 13 },
  { moved: 75, europe: 2.5, america: 15.5 },
  { moved: 100, europe: 0, america: 18 },
] as const;

const base = 196;
const heightOf = (thousands: number) => thousands * 8;
/** 75% of a capacity of 20,000. */
const knee = 15;

export function Evacuation() {
  return (
    <Diagram
      width={440}
      height={256}
      title="Load of both regions while Europe is emptied"
      description="Five steps, thousands of requests a second. Europe falls from 10 to 7.5, 5, 2.5 and 0, America rises from 8 to 10.5, 13, 15.5 and 18. A line marks 15 thousand, 75 percent of America's capacity; it is passed in the step to 75 percent."
    >
      <Label x={2} y={18} kind="muted">
        Thousands of requests a second
      </Label>
      <line
        x1={2}
        x2={438}
        y1={base - heightOf(knee)}
        y2={base - heightOf(knee)}
        stroke="var(--ink-muted)"
        strokeDasharray="4 3"
      />
      <Label x={2} y={base - heightOf(knee) - 7} kind="muted">
        75% of one region
      </Label>
      {steps.map(({ moved, europe, america }, index) => {
        const x = 6 + index * 88;
        return (
          <g key={moved}>
            {europe > 0 && (
              <rect
                x={x}
                y={base - heightOf(europe)}
                width={34}
                height={heightOf(europe)}
                fill="var(--app1-wash)"
                stroke="var(--app1)"
              />
            )}
            <rect
              x={x + 40}
              y={base - heightOf(america)}
              width={34}
              height={heightOf(america)}
              fill="var(--app2-wash)"
              stroke="var(--app2)"
            />
            <Label x={x + 17} y={base - 6} align="middle" kind="mono">
              {String(europe)}
            </Label>
            <Label x={x + 57} y={base - 6} align="middle" kind="mono">
              {String(america)}
            </Label>
            <Label x={x + 17} y={base + 16} align="middle" kind="muted">
              EU
            </Label>
            <Label x={x + 57} y={base + 16} align="middle" kind="muted">
              US
            </Label>
            <Label x={x + 37} y={base + 38} align="middle" kind="strong">
              {`${moved}%`}
            </Label>
          </g>
        );
      })}
      <line x1={2} x2={438} y1={base} y2={base} stroke="var(--line-strong)" />
      <Label x={220} y={252} align="middle" kind="muted">
        of European users moved
      </Label>
    </Diagram>
  );
}
