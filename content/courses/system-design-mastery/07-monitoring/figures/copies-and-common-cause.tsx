import { Diagram, Label } from '@/lib/ui/diagram/diagram';

/** Minutes down a month for copies of a part that is up 99% of the time (code/availability.ts). */
const rows = [
  { label: '1 copy', minutes: 432, kind: 'plain' },
  { label: '2, independent', minutes: 4.3, kind: 'accent' },
  { label: '2, 2% shared', minutes: 12.8, kind: 'accent' },
  { label: '2, 10% shared', minutes: 46.7, kind: 'accent' },
  { label: '3, 10% shared', minutes: 43.2, kind: 'accent' },
] as const;

const left = 112;
const perMinute = 0.6;

export function CopiesAndCommonCause() {
  return (
    <Diagram
      width={440}
      height={196}
      title="Downtime of copies that share some of their failures"
      description="Minutes down in a month. One copy at 99 percent: 432. Two independent copies: 4.3. Two copies that share 2 percent of their downtime: 12.8. Two that share 10 percent: 47. Three that share 10 percent: 43, hardly fewer."
    >
      {rows.map(({ label, minutes, kind }, index) => {
        const y = 8 + index * 38;
        return (
          <g key={label}>
            <Label x={left - 10} y={y + 18} align="end">
              {label}
            </Label>
            <rect
              x={left}
              y={y}
              width={minutes * perMinute}
              height={26}
              fill={kind === 'accent' ? 'var(--accent)' : 'var(--paper-raised)'}
              stroke={kind === 'accent' ? 'var(--accent)' : 'var(--line-strong)'}
            />
            <Label x={left + minutes * perMinute + 8} y={y + 18} kind="strong">
              {minutes > 100 ? `${minutes} min` : `${minutes < 20 ? minutes : Math.round(minutes)} min`}
            </Label>
          </g>
        );
      })}
    </Diagram>
  );
}
