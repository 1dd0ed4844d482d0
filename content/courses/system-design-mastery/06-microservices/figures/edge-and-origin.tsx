import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

const xOf = (ms: number) => 12 + ms * 0.375;

type Part = { from: number; to: number; text?: string; isRequest?: boolean };
const direct: readonly Part[] = [
  { from: 0, to: 20, text: '' },
  { from: 20, to: 290, text: 'TCP' },
  { from: 290, to: 560, text: 'TLS' },
  { from: 560, to: 830, text: 'request', isRequest: true },
];
const viaEdge: readonly Part[] = [
  { from: 0, to: 20 },
  { from: 20, to: 40 },
  { from: 40, to: 60 },
  { from: 60, to: 350, text: 'request', isRequest: true },
];

function Bars({ y, parts }: { y: number; parts: readonly Part[] }) {
  return parts.map(({ from, to, text, isRequest }) => (
    <g key={from}>
      <rect
        x={xOf(from)}
        y={y}
        width={xOf(to) - xOf(from) - 1}
        height={30}
        fill={isRequest ? 'var(--accent-wash)' : 'var(--paper)'}
        stroke={isRequest ? 'var(--accent)' : 'var(--line-strong)'}
      />
      {text && (
        <Label x={(xOf(from) + xOf(to)) / 2} y={y + 20} align="middle">
          {text}
        </Label>
      )}
    </g>
  ));
}

export function EdgeAndOrigin() {
  return (
    <Diagram
      width={440}
      height={212}
      title="Where the handshakes end"
      description="A user in Sydney, an origin in Frankfurt, 270 milliseconds apart. Directly: 20 ms for the name, then TCP, TLS and the request at 270 ms each, 830 ms in all. With an edge 20 ms away that keeps connections to the origin open: name, TCP and TLS at 20 ms each, then the request takes 20 + 270 ms, 350 ms in all."
    >
      <Lane x={0} y={0} width={440} height={82} label="Sydney to Frankfurt, directly" />
      <Bars y={34} parts={direct} />
      <Label x={xOf(830) + 8} y={54} kind="strong">
        830 ms
      </Label>
      <Lane x={0} y={92} width={440} height={82} label="Through an edge 20 ms away" />
      <Bars y={126} parts={viaEdge} />
      <Label x={xOf(350) + 8} y={146} kind="strong">
        350 ms
      </Label>
      <Label x={2} y={202} kind="muted">
        Short boxes: name, TCP and TLS at 20 ms each
      </Label>
    </Diagram>
  );
}
