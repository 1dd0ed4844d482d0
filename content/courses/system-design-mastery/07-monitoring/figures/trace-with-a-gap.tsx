import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Span = { name: string; from: number; to: number; depth: number };

/** Milliseconds since the request came. */
const spans: readonly Span[] = [
  { name: 'GET /orders', from: 0, to: 1180, depth: 0 },
  { name: 'check token', from: 5, to: 25, depth: 1 },
  { name: 'order service', from: 30, to: 1175, depth: 1 },
  { name: 'SQL orders', from: 760, to: 775, depth: 2 },
];
const prices = Array.from({ length: 12 }, (_, index) => ({ from: 780 + index * 31, to: 808 + index * 31 }));

const left = 118;
const xOf = (ms: number) => left + ms * 0.262;
const yOf = (row: number) => 12 + row * 32;

export function TraceWithAGap() {
  return (
    <Diagram
      width={440}
      height={232}
      title="The trace of one slow request"
      description="Spans of a request that took 1,180 milliseconds. The token check takes 20. The order service takes 1,145: nothing is recorded for its first 730 milliseconds, then one SQL query of 15, then twelve price calls of 28 milliseconds, one after the other."
    >
      {spans.map(({ name, from, to, depth }, row) => (
        <g key={name}>
          <Label x={2 + depth * 9} y={yOf(row) + 15}>
            {name}
          </Label>
          <rect
            x={xOf(from)}
            y={yOf(row)}
            width={Math.max(3, xOf(to) - xOf(from))}
            height={20}
            fill={depth === 2 ? 'var(--accent)' : 'var(--accent-wash)'}
            stroke="var(--accent)"
          />
        </g>
      ))}
      <Label x={20} y={yOf(4) + 15}>
        prices × 12
      </Label>
      {prices.map(({ from, to }) => (
        <rect
          key={from}
          x={xOf(from)}
          y={yOf(4)}
          width={xOf(to) - xOf(from)}
          height={20}
          fill="var(--accent)"
        />
      ))}
      <rect
        x={xOf(32)}
        y={yOf(3)}
        width={xOf(756) - xOf(32)}
        height={20}
        fill="none"
        stroke="var(--ink-muted)"
        strokeDasharray="4 3"
      />
      <Label x={xOf(394)} y={yOf(3) + 15} align="middle">
        no span: 730 ms
      </Label>
      {[0, 400, 800, 1180].map((ms) => (
        <g key={ms}>
          <line x1={xOf(ms)} x2={xOf(ms)} y1={yOf(5)} y2={yOf(5) + 6} stroke="var(--ink-muted)" />
          <Label x={xOf(ms)} y={yOf(5) + 22} align={ms === 1180 ? 'end' : 'middle'} kind="mono">
            {`${ms} ms`}
          </Label>
        </g>
      ))}
      <Label x={2} y={226} kind="muted">
        two findings: a wait for a connection, and a loop of calls
      </Label>
    </Diagram>
  );
}
