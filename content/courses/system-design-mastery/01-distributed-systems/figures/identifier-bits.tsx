import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Field = { bits: number; label: string; kind: 'time' | 'machine' | 'random' | 'fixed' };
type Layout = { name: string; note: string; fields: readonly Field[] };

const layouts: readonly Layout[] = [
  {
    name: 'Snowflake, 64 bits',
    note: '4,096 a millisecond and machine, for 69 years',
    fields: [
      { bits: 1, label: '', kind: 'fixed' },
      { bits: 41, label: '41 time in ms', kind: 'time' },
      { bits: 10, label: '10', kind: 'machine' },
      { bits: 12, label: '12', kind: 'random' },
    ],
  },
  {
    name: 'UUID version 7, 128 bits',
    note: 'no machine number, 74 random bits',
    fields: [
      { bits: 48, label: '48 time in ms', kind: 'time' },
      { bits: 4, label: '', kind: 'fixed' },
      { bits: 12, label: '12', kind: 'random' },
      { bits: 2, label: '', kind: 'fixed' },
      { bits: 62, label: '62 random', kind: 'random' },
    ],
  },
  {
    name: 'UUID version 4, 128 bits',
    note: 'sorts by nothing',
    fields: [
      { bits: 48, label: '48 random', kind: 'random' },
      { bits: 4, label: '', kind: 'fixed' },
      { bits: 12, label: '12', kind: 'random' },
      { bits: 2, label: '', kind: 'fixed' },
      { bits: 62, label: '62 random', kind: 'random' },
    ],
  },
];

const fills = {
  time: 'var(--accent-wash)',
  machine: 'var(--line)',
  random: 'var(--paper-raised)',
  fixed: 'var(--line-strong)',
};
const bitWidth = 3.38;

export function IdentifierBits() {
  return (
    <Diagram
      width={440}
      height={262}
      title="What the bits of an identifier hold"
      description="Three layouts drawn to scale. Snowflake has 64 bits: one unused, 41 of time in milliseconds, 10 for the machine and 12 for a counter. UUID version 7 has 128 bits: 48 of time in milliseconds, 6 fixed and 74 random. UUID version 4 has 122 random bits and 6 fixed."
    >
      {layouts.map((layout, row) => {
        const top = 4 + row * 88;
        let x = 2;
        return (
          <g key={layout.name}>
            <Label x={2} y={top + 14} kind="strong">
              {layout.name}
            </Label>
            {layout.fields.map((field, index) => {
              const width = field.bits * bitWidth;
              const start = x;
              x += width;
              return (
                <g key={`${field.kind}${index}`}>
                  <rect
                    x={start}
                    y={top + 22}
                    width={width}
                    height={28}
                    fill={fills[field.kind]}
                    stroke={field.kind === 'time' ? 'var(--accent)' : 'var(--line-strong)'}
                  />
                  <Label
                    x={start + width / 2}
                    y={top + 41}
                    align="middle"
                    kind={field.kind === 'time' ? 'accent' : 'plain'}
                  >
                    {field.label}
                  </Label>
                </g>
              );
            })}
            <Label x={2} y={top + 68} kind="muted">
              {layout.note}
            </Label>
          </g>
        );
      })}
    </Diagram>
  );
}
