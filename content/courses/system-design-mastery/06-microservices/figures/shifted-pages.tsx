import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Row = {
  y: number;
  label: string;
  ids: readonly (number | 'new')[];
  marked: readonly (number | 'new')[];
  note: string;
};

const rows: readonly Row[] = [
  { y: 26, label: 'page 1', ids: [9, 8, 7, 6, 5, 4, 3, 2], marked: [9, 8, 7], note: 'shown: 9, 8, 7' },
  {
    y: 92,
    label: 'OFFSET 3',
    ids: ['new', 'new', 9, 8, 7, 6, 5, 4],
    marked: [8, 7, 6],
    note: '8 and 7 for the second time',
  },
  {
    y: 158,
    label: 'after 7',
    ids: ['new', 'new', 9, 8, 7, 6, 5, 4],
    marked: [6, 5, 4],
    note: 'continues at 6',
  },
];

export function ShiftedPages() {
  return (
    <Diagram
      width={440}
      height={216}
      title="Two messages arrive between two pages"
      description="Three rows of messages, newest first. Page 1 shows 9, 8 and 7. Two new messages arrive in front. The next page by number of rows, offset 3, shows 8, 7 and 6: two of them again. The next page after message 7 shows 6, 5 and 4."
    >
      {rows.map(({ y, label, ids, marked, note }) => (
        <g key={label}>
          <Label x={2} y={y + 20} kind="strong">
            {label}
          </Label>
          {ids.map((id, index) => {
            const isMarked = marked.includes(id);
            return (
              <g key={index}>
                <rect
                  x={84 + index * 44.4}
                  y={y}
                  width={41}
                  height={28}
                  fill={isMarked ? 'var(--accent-wash)' : 'var(--paper)'}
                  stroke={isMarked ? 'var(--accent)' : 'var(--line-strong)'}
                  strokeWidth={isMarked ? 2 : 1}
                />
                <Label
                  x={84 + index * 44.4 + 20.5}
                  y={y + 19}
                  align="middle"
                  kind={isMarked ? 'strong' : 'muted'}
                >
                  {String(id)}
                </Label>
              </g>
            );
          })}
          <Label x={84} y={y + 47} kind="muted">
            {note}
          </Label>
        </g>
      ))}
    </Diagram>
  );
}
