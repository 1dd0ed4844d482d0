import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

/** Seconds at which something is new. */
const news = [3, 11] as const;
const xOf = (seconds: number) => 26 + seconds * 20;

type Way = {
  title: string;
  note: string;
  requests: readonly number[];
  waits: readonly (readonly [number, number])[];
  told: readonly number[];
};

const ways: readonly Way[] = [
  {
    title: 'Polling every 5 s',
    note: '5 requests, news 2 s and 4 s old',
    requests: [0, 5, 10, 15, 20],
    waits: [],
    told: [5, 15],
  },
  {
    title: 'Long polling, at most 10 s',
    note: '3 requests, news at once',
    requests: [0, 3, 11],
    waits: [
      [0, 3],
      [3, 11],
      [11, 20.2],
    ],
    told: [3, 11],
  },
  {
    title: 'A stream (SSE, WebSocket)',
    note: '1 request, news at once',
    requests: [0],
    waits: [[0, 20.2]],
    told: [3, 11],
  },
];

export function ThreeWays() {
  return (
    <Diagram
      width={440}
      height={376}
      title="Two pieces of news, delivered three ways"
      description="Time from 0 to 20 seconds; there is news at 3 and at 11. Polling every five seconds makes five requests and delivers at 5 and at 15. Long polling keeps a request waiting and delivers at 3 and 11 with three requests. A stream makes one request and delivers at 3 and 11."
    >
      {ways.map(({ title, note, requests, waits, told }, row) => {
        const y = row * 112;
        const line = y + 56;
        return (
          <g key={title}>
            <Lane x={0} y={y} width={440} height={104} label={title} />
            <line x1={xOf(0)} x2={xOf(20.2)} y1={line} y2={line} stroke="var(--line-strong)" />
            {waits.map(([from, to]) => (
              <rect
                key={from}
                x={xOf(from) + 2}
                y={line - 6}
                width={(to - from) * 20 - 4}
                height={12}
                fill="var(--accent-wash)"
                stroke="var(--accent)"
              />
            ))}
            {requests.map((at) => (
              <line
                key={at}
                x1={xOf(at)}
                x2={xOf(at)}
                y1={line - 13}
                y2={line + 13}
                stroke="var(--ink-strong)"
                strokeWidth={2}
              />
            ))}
            {news.map((at) => (
              <line
                key={at}
                x1={xOf(at)}
                x2={xOf(at)}
                y1={line - 24}
                y2={line + 24}
                stroke="var(--ink-muted)"
                strokeDasharray="3 3"
              />
            ))}
            {told.map((at) => (
              <circle key={at} cx={xOf(at)} cy={line} r={7} fill="var(--accent)" />
            ))}
            <Label x={12} y={y + 96} kind="muted">
              {note}
            </Label>
          </g>
        );
      })}
      {[0, 5, 10, 15, 20].map((seconds) => (
        <Label key={seconds} x={xOf(seconds)} y={350} align={seconds === 20 ? 'end' : 'middle'} kind="mono">
          {seconds === 20 ? '20 s' : String(seconds)}
        </Label>
      ))}
      <Label x={2} y={372} kind="muted">
        Dashed: something is new. Dot: the client knows.
      </Label>
    </Diagram>
  );
}
