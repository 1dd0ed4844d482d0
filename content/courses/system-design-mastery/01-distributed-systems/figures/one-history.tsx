import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Span = { from: number; to: number; text: string; verdict?: 'allowed' | 'forbidden' };

const doctor: Span = { from: 0.6, to: 3, text: 'write 20' };
const rows: readonly { client: string; spans: readonly Span[] }[] = [
  { client: 'Doctor', spans: [doctor] },
  { client: 'Pharmacy', spans: [{ from: 1.6, to: 3.6, text: 'read: 20', verdict: 'allowed' }] },
  { client: 'Ward', spans: [{ from: 1.1, to: 2.3, text: '40', verdict: 'allowed' }] },
  { client: 'Nurse', spans: [{ from: 4.7, to: 6, text: 'read: 40', verdict: 'forbidden' }] },
];

const xOf = (time: number) => 84 + time * 54;
const yOf = (row: number) => 40 + row * 48;

export function OneHistory() {
  return (
    <Diagram
      width={440}
      height={232}
      title="One history of a single value"
      description="Four clients on one time axis; the value is 40 before. The doctor writes 20 from 0.6 to 3. A read on the ward from 1.1 to 2.3 returns 40 and a read of the pharmacy from 1.6 to 3.6 returns 20: both overlap the write and are allowed. The nurse reads 40 from 4.7 to 6, after the write has ended and after a telephone call at 3.8: linearizability forbids it, the weaker models allow it."
    >
      <line
        x1={xOf(doctor.to)}
        x2={xOf(doctor.to)}
        y1={yOf(0) + 13}
        y2={yOf(3) + 14}
        stroke="var(--accent)"
        strokeDasharray="3 3"
      />
      {rows.map((row, index) => (
        <g key={row.client}>
          <Label x={2} y={yOf(index) + 5} kind="strong">
            {row.client}
          </Label>
          <line x1={xOf(0)} x2={438} y1={yOf(index)} y2={yOf(index)} stroke="var(--line)" />
          {row.spans.map((span) => (
            <g key={span.text}>
              <rect
                x={xOf(span.from)}
                y={yOf(index) - 13}
                width={xOf(span.to) - xOf(span.from)}
                height={26}
                fill={span.verdict ? 'var(--paper-raised)' : 'var(--accent-wash)'}
                stroke={span.verdict ? 'var(--line-strong)' : 'var(--accent)'}
                strokeWidth={span.verdict === 'forbidden' ? 2.5 : 1.25}
                strokeDasharray={span.verdict === 'forbidden' ? '5 3' : '0'}
              />
              <Label x={(xOf(span.from) + xOf(span.to)) / 2} y={yOf(index) + 5} align="middle">
                {span.text}
              </Label>
              {span.verdict && (
                <Label
                  x={span.verdict === 'forbidden' ? xOf(span.to) : xOf(span.from)}
                  y={yOf(index) + 29}
                  align={span.verdict === 'forbidden' ? 'end' : 'start'}
                  kind={span.verdict === 'forbidden' ? 'strong' : 'muted'}
                >
                  {span.verdict === 'forbidden' ? 'not linearizable' : 'allowed'}
                </Label>
              )}
            </g>
          ))}
        </g>
      ))}
      <Label x={xOf(doctor.to) + 8} y={yOf(0) + 23} kind="muted">
        the call: “it is 20 now”
      </Label>
      <Label x={2} y={14} kind="muted">
        The dose was 40
      </Label>
      <Label x={438} y={14} align="end" kind="muted">
        time →
      </Label>
    </Diagram>
  );
}
