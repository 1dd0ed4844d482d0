import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Row = { label: string; trips: readonly ('name' | 'TCP' | 'TLS' | 'QUIC' | 'request')[] };

const rows: readonly Row[] = [
  { label: 'TLS 1.2', trips: ['name', 'TCP', 'TLS', 'TLS', 'request'] },
  { label: 'TLS 1.3', trips: ['name', 'TCP', 'TLS', 'request'] },
  { label: 'HTTP/3', trips: ['name', 'QUIC', 'request'] },
  { label: 'with 0-RTT', trips: ['name', 'request'] },
  { label: 'open', trips: ['request'] },
];

const left = 104;
const trip = 66;

export function RoundTripBars() {
  return (
    <Diagram
      width={440}
      height={226}
      title="Round trips before the first byte"
      description="Bars of round trips, 50 milliseconds each. TLS 1.2: name, TCP, TLS twice, request, five trips. TLS 1.3: four. HTTP/3: name, QUIC, request, three. HTTP/3 with 0-RTT: two. A connection that is open: one."
    >
      {rows.map(({ label, trips }, row) => {
        const y = 8 + row * 36;
        return (
          <g key={label}>
            <Label x={left - 10} y={y + 19} align="end" kind="strong">
              {label}
            </Label>
            {trips.map((name, index) => (
              <g key={index}>
                <rect
                  x={left + index * trip}
                  y={y}
                  width={trip - 3}
                  height={28}
                  fill={name === 'request' ? 'var(--accent-wash)' : 'var(--paper-raised)'}
                  stroke={name === 'request' ? 'var(--accent)' : 'var(--line-strong)'}
                />
                <Label x={left + index * trip + (trip - 3) / 2} y={y + 19} align="middle">
                  {name}
                </Label>
              </g>
            ))}
          </g>
        );
      })}
      {[0, 1, 2, 3, 4, 5].map((count) => (
        <Label key={count} x={left + count * trip} y={212} align={count === 5 ? 'end' : 'middle'} kind="mono">
          {count === 5 ? '250 ms' : String(count * 50)}
        </Label>
      ))}
    </Diagram>
  );
}
