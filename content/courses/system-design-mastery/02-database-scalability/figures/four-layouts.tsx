import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

type Layout = {
  title: string;
  question: string;
  /** In the order in which they lie on disk; a marked one is read by the question. */
  cells: readonly { text: string; read: boolean }[];
};

const cell = (text: string, read = false) => ({ text, read });

const layouts: readonly Layout[] = [
  {
    title: 'Rows together: relational, document',
    question: 'order 2, whole',
    cells: [cell('1 Ada 30'), cell('2 Bob 12', true), cell('3 Ada 45'), cell('4 Eve 12')],
  },
  {
    title: 'Columns together: column store',
    question: 'sum of amounts',
    cells: [cell('1 2 3 4'), cell('Ada Bob Ada Eve'), cell('30 12 45 12', true)],
  },
  {
    title: 'Sorted within a key: wide-column',
    question: 'newest orders of Ada',
    cells: [cell('Ada: 3, 1', true), cell('Bob: 2'), cell('Eve: 4')],
  },
  {
    title: 'Lists for a word: inverted index',
    question: 'orders with “lamp”',
    cells: [cell('desk: 1, 4'), cell('lamp: 2, 3', true), cell('sofa: 1')],
  },
];

export function FourLayouts() {
  return (
    <Diagram
      width={440}
      height={392}
      title="The same four orders, laid out for four questions"
      description="Four lanes. A row store keeps each order together and reads order 2 in one piece. A column store keeps all amounts together and sums them without reading names. A wide-column store keeps each buyer's orders together, sorted, and reads Ada's. An inverted index keeps for each word the list of orders, and reads the list of lamp."
    >
      {layouts.map(({ title, question, cells }, lane) => {
        const top = lane * 98;
        const width = 416 / cells.length;
        return (
          <g key={title}>
            <Lane x={0} y={top} width={440} height={90} label={title} />
            {cells.map(({ text, read }, index) => (
              <g key={text}>
                <rect
                  x={12 + index * width}
                  y={top + 28}
                  width={width - 6}
                  height={26}
                  fill={read ? 'var(--accent-wash)' : 'var(--paper)'}
                  stroke={read ? 'var(--accent)' : 'var(--line-strong)'}
                  strokeWidth={read ? 2 : 1}
                />
                <Label x={12 + index * width + (width - 6) / 2} y={top + 46} align="middle" kind="mono">
                  {text}
                </Label>
              </g>
            ))}
            <Label x={12} y={top + 78} kind="muted">
              {`Reads little for: ${question}`}
            </Label>
          </g>
        );
      })}
    </Diagram>
  );
}
