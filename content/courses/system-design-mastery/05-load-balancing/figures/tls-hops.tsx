import { Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

type Hop = 'encrypted' | 'plain';
type Path = { label: string; first: Hop; second: Hop; reads: string; serverKey: boolean };

const paths: readonly Path[] = [
  {
    label: 'Termination',
    first: 'encrypted',
    second: 'plain',
    reads: 'reads everything',
    serverKey: false,
  },
  {
    label: 'Passthrough',
    first: 'encrypted',
    second: 'encrypted',
    reads: 'no key, reads the name only',
    serverKey: true,
  },
  {
    label: 'Re-encryption',
    first: 'encrypted',
    second: 'encrypted',
    reads: 'reads everything',
    serverKey: true,
  },
];

function Pipe({ x, y, width, hop }: { x: number; y: number; width: number; hop: Hop }) {
  return (
    <g>
      <rect
        x={x}
        y={y - 10}
        width={width}
        height={20}
        fill={hop === 'encrypted' ? 'var(--accent-wash)' : 'none'}
        stroke={hop === 'encrypted' ? 'var(--accent)' : 'none'}
      />
      {hop === 'plain' && (
        <line x1={x} x2={x + width} y1={y} y2={y} stroke="var(--ink-muted)" strokeDasharray="5 4" />
      )}
      <Label x={x + width / 2} y={hop === 'plain' ? y - 8 : y + 5} align="middle" kind="mono">
        {hop === 'encrypted' ? 'TLS' : 'plain'}
      </Label>
    </g>
  );
}

export function TlsHops() {
  return (
    <Diagram
      width={440}
      height={342}
      title="What each hop can read in three arrangements of TLS"
      description="Three paths from client over balancer to server. Termination: TLS to the balancer, plain text behind it; the balancer holds the key and reads everything. Passthrough: one TLS connection through the balancer to the server; the server holds the key, the balancer reads only the server name. Re-encryption: TLS to the balancer and a second TLS connection to the server; both hold a key, the balancer reads everything."
    >
      {paths.map((path, index) => {
        const top = index * 116;
        const y = top + 56;
        const passes = path.label === 'Passthrough';
        return (
          <g key={path.label}>
            <Lane x={0} y={top} width={440} height={108} label={path.label} />
            <Box x={8} y={y - 20} width={66} height={40} label="Client" />
            {passes && (
              <g>
                <rect
                  x={74}
                  y={y - 10}
                  width={278}
                  height={20}
                  fill="var(--accent-wash)"
                  stroke="var(--accent)"
                />
                <Label x={120} y={y + 5} align="middle" kind="mono">
                  TLS
                </Label>
                <Label x={305} y={y + 5} align="middle" kind="mono">
                  same TLS
                </Label>
              </g>
            )}
            {!passes && <Pipe x={74} y={y} width={92} hop={path.first} />}
            {!passes && <Pipe x={258} y={y} width={94} hop={path.second} />}
            {passes && <Box x={166} y={y - 46} width={92} height={32} label="Balancer" kind="dashed" />}
            {!passes && (
              <Box x={166} y={y - 24} width={92} height={48} label="Balancer" detail="key" kind="accent" />
            )}
            <Box
              x={352}
              y={y - 24}
              width={80}
              height={48}
              label="Server"
              detail={path.serverKey ? 'key' : 'no key'}
            />
            <Label x={212} y={top + 98} align="middle" kind="strong">
              {path.reads}
            </Label>
          </g>
        );
      })}
    </Diagram>
  );
}
