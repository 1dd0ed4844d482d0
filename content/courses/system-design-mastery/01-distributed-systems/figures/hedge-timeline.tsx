import { Arrow, Diagram, Label } from '@/lib/ui/diagram/diagram';

/** Milliseconds since the client sent its request. */
const hedgeAt = 25;
const answerAt = 34;
const stallEnd = 180;

const xOf = (ms: number) => 84 + ms * 1.86;
const rows = { client: 34, a: 92, b: 150 };

function Line({ y, label }: { y: number; label: string }) {
  return (
    <>
      <Label x={2} y={y + 5} kind="strong">
        {label}
      </Label>
      <line x1={xOf(0)} x2={438} y1={y} y2={y} stroke="var(--line-strong)" />
    </>
  );
}

export function HedgeTimeline() {
  return (
    <Diagram
      width={440}
      height={206}
      title="A hedged request"
      description="A timeline of 180 milliseconds. The client sends a read to replica A at 0 ms, and A stalls until 180 ms. At 25 ms the client sends the same read to replica B, which answers at 34 ms. The client goes on at 34 ms and cancels the read at A."
    >
      <Line y={rows.client} label="Client" />
      <Line y={rows.a} label="Replica A" />
      <Line y={rows.b} label="Replica B" />
      <rect
        x={xOf(1)}
        y={rows.a - 9}
        width={xOf(stallEnd) - xOf(1)}
        height={18}
        fill="var(--paper-sunken)"
        stroke="var(--ink-muted)"
        strokeDasharray="4 3"
      />
      <Label x={xOf(68)} y={rows.a + 5} kind="muted">
        stalls until 180 ms
      </Label>
      <rect
        x={xOf(hedgeAt + 1)}
        y={rows.b - 9}
        width={xOf(answerAt - 1) - xOf(hedgeAt + 1)}
        height={18}
        fill="var(--accent-wash)"
        stroke="var(--accent)"
      />
      <Arrow from={[xOf(0), rows.client]} to={[xOf(1), rows.a - 10]} />
      <Arrow from={[xOf(hedgeAt), rows.client]} to={[xOf(hedgeAt + 1), rows.b - 10]} kind="accent" />
      <Arrow from={[xOf(answerAt - 1), rows.b - 10]} to={[xOf(answerAt), rows.client]} kind="accent" />
      <Arrow from={[xOf(answerAt + 4), rows.client]} to={[xOf(answerAt + 16), rows.a - 10]} kind="dashed" />
      <Label x={xOf(answerAt + 16)} y={rows.client + 28} kind="muted">
        cancel
      </Label>
      <Label x={xOf(answerAt)} y={rows.client - 10} kind="accent">
        answer at 34 ms
      </Label>
      {[0, 25, 100, 180].map((ms) => (
        <Label key={ms} x={xOf(ms)} y={196} align={ms === 180 ? 'end' : 'middle'} kind="mono">
          {ms === 180 ? '180 ms' : `${ms}`}
        </Label>
      ))}
    </Diagram>
  );
}
