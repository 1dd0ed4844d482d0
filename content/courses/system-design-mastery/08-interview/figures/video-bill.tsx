import { Diagram, Label } from '@/lib/ui/diagram/diagram';

const rows = [
  { label: 'Traffic, list price', note: '10.1 M', millions: 10.1, kind: 'accent' },
  { label: 'Traffic, by contract', note: '2.0 M', millions: 2, kind: 'accent' },
  { label: 'Storage, first year', note: '0.6 M', millions: 0.59, kind: 'plain' },
  { label: 'Encoding', note: '0.1 M', millions: 0.1, kind: 'plain' },
] as const;

const widthOf = (millions: number) => millions * 22;

export function VideoBill() {
  return (
    <Diagram
      width={440}
      height={160}
      title="What a month costs, in million dollars"
      description="Four bars. Traffic at 0.05 dollars a gigabyte: 10.1 million. Traffic at a contract price of 0.01: 2.0 million. Storage of the first year's uploads: 0.6 million. Encoding: 0.1 million."
    >
      {rows.map(({ label, note, millions, kind }, row) => (
        <g key={label}>
          <Label x={2} y={30 + row * 36}>
            {label}
          </Label>
          <rect
            x={160}
            y={14 + row * 36}
            width={widthOf(millions)}
            height={24}
            fill={kind === 'accent' ? 'var(--accent-wash)' : 'var(--paper-sunken)'}
            stroke={kind === 'accent' ? 'var(--accent)' : 'var(--ink-muted)'}
          />
          <Label x={168 + widthOf(millions)} y={31 + row * 36} kind="strong">
            {note}
          </Label>
        </g>
      ))}
    </Diagram>
  );
}
