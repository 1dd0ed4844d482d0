import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

type Cell = { at: number; stream: 'A' | 'B' | 'C'; state: 'given' | 'lost' | 'held' };
const given = (at: number, stream: Cell['stream']): Cell => ({ at, stream, state: 'given' });
const lost = (at: number, stream: Cell['stream']): Cell => ({ at, stream, state: 'lost' });
const held = (at: number, stream: Cell['stream']): Cell => ({ at, stream, state: 'held' });

const lanes: readonly { title: string; note: string; cells: readonly Cell[] }[] = [
  {
    title: 'HTTP/1.1, one connection',
    note: 'B and C are not even sent before A is complete.',
    cells: [
      given(0, 'A'),
      lost(1, 'A'),
      held(2, 'A'),
      given(5, 'A'),
      given(6, 'A'),
      given(7, 'B'),
      given(8, 'B'),
      given(9, 'C'),
    ],
  },
  {
    title: 'HTTP/2: streams in one TCP connection',
    note: 'C and B have arrived; TCP keeps them back.',
    cells: [
      given(0, 'A'),
      lost(1, 'A'),
      held(2, 'C'),
      held(3, 'B'),
      held(4, 'C'),
      given(5, 'A'),
      given(6, 'C'),
      given(7, 'B'),
      given(8, 'C'),
    ],
  },
  {
    title: 'HTTP/3: streams in QUIC',
    note: 'Only A waits for its own packet.',
    cells: [given(0, 'A'), lost(1, 'A'), given(2, 'C'), given(3, 'B'), given(4, 'C'), given(5, 'A')],
  },
];

const xOf = (at: number) => 14 + at * 41;

export function LostPacket() {
  return (
    <Diagram
      width={440}
      height={346}
      title="One lost packet, three versions"
      description="Three time lines of packets as the application receives them. The second packet, of response A, is lost and sent again later. In HTTP/1.1 everything behind it waits. In HTTP/2 packets of B and C that have arrived are held back until A's packet comes. In HTTP/3 packets of B and C are given to the application at once; only A waits."
    >
      {lanes.map(({ title, note, cells }, row) => {
        const y = row * 108;
        return (
          <g key={title}>
            <Lane x={0} y={y} width={440} height={100} label={title} />
            {cells.map(({ at, stream, state }) => (
              <g key={at}>
                <rect
                  x={xOf(at)}
                  y={y + 32}
                  width={36}
                  height={30}
                  fill={state === 'given' ? 'var(--accent-wash)' : 'var(--paper)'}
                  stroke={state === 'given' ? 'var(--accent)' : 'var(--line-strong)'}
                  strokeDasharray={state === 'held' ? '4 3' : undefined}
                />
                {state === 'lost' ? (
                  <path
                    d={`M${xOf(at) + 8} ${y + 38}l20 18m0 -18l-20 18`}
                    stroke="var(--ink-muted)"
                    strokeWidth={2}
                  />
                ) : (
                  <Label
                    x={xOf(at) + 18}
                    y={y + 52}
                    align="middle"
                    kind={state === 'given' ? 'strong' : 'muted'}
                  >
                    {stream}
                  </Label>
                )}
              </g>
            ))}
            <Label x={12} y={y + 86} kind="muted">
              {note}
            </Label>
          </g>
        );
      })}
      <Label x={2} y={340} kind="muted">
        Filled: given to the browser. Dashed: arrived, held back.
      </Label>
    </Diagram>
  );
}
