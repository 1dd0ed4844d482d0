import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

/** Need divided by what the baseline design gives. */
type Row = { question: string; ratio: number; note: string };
type Product = { name: string; rows: readonly Row[]; deciding: string };

const ticketSale: Product = {
  name: 'Ticket sale: 500,000 people, 60,000 seats',
  deciding: 'Truth',
  rows: [
    { question: 'Promise', ratio: 0.2, note: '0.2' },
    { question: 'Load', ratio: 1, note: '1' },
    { question: 'Truth', ratio: 8, note: '8 buyers a seat' },
    { question: 'Staleness', ratio: 0.02, note: '0.02' },
    { question: 'Failure', ratio: 0.2, note: '0.2' },
    { question: 'Change', ratio: 0.1, note: '0.1' },
  ],
};

const video: Product = {
  name: 'Video: 10 million people, half an hour a day',
  deciding: 'Load',
  rows: [
    { question: 'Promise', ratio: 0.6, note: '0.6' },
    { question: 'Load', ratio: 190, note: '190' },
    { question: 'Truth', ratio: 0.01, note: 'one uploader' },
    { question: 'Staleness', ratio: 0.1, note: '0.1' },
    { question: 'Failure', ratio: 0.5, note: '0.5' },
    { question: 'Change', ratio: 3, note: '3: the bill' },
  ],
};

const powers = [0.01, 0.1, 1, 10, 100];
const rowHeight = 25;
const xOf = (ratio: number) => 96 + (Math.log10(ratio) + 2) * 56;
/** Beside the bar, but not across the dashed line. */
const noteX = (ratio: number) => (ratio > 0.3 && ratio < 1 ? xOf(1) : xOf(ratio)) + 8;

function Panel({ top, product }: { top: number; product: Product }) {
  const bottom = top + 34 + product.rows.length * rowHeight;
  return (
    <>
      <Lane x={0} y={top} width={440} height={bottom - top + 8} label={product.name} />
      <line
        x1={xOf(1)}
        x2={xOf(1)}
        y1={top + 30}
        y2={bottom}
        stroke="var(--ink-muted)"
        strokeDasharray="3 3"
      />
      {product.rows.map((row, index) => {
        const y = top + 34 + index * rowHeight;
        const isDeciding = row.question === product.deciding;
        return (
          <g key={row.question}>
            <Label x={88} y={y + 14} align="end" kind={isDeciding ? 'strong' : 'plain'}>
              {row.question}
            </Label>
            <rect
              x={xOf(0.01)}
              y={y + 3}
              width={Math.max(3, xOf(row.ratio) - xOf(0.01))}
              height={14}
              fill={isDeciding ? 'var(--accent)' : 'var(--line-strong)'}
            />
            <Label x={noteX(row.ratio)} y={y + 14} kind={isDeciding ? 'accent' : 'muted'}>
              {row.note}
            </Label>
          </g>
        );
      })}
    </>
  );
}

export function SixQuestions() {
  return (
    <Diagram
      width={440}
      height={426}
      title="Need divided by what the baseline gives"
      description="Two bar charts on a logarithmic scale from 0.01 to 100 and beyond, where 1 is what the baseline design gives. Ticket sale: truth stands at 8 buyers a seat, load at 1, all others below 1. Video: load stands at 190, change, which holds the bill, at 3, all others below 1."
    >
      <Panel top={0} product={ticketSale} />
      <Panel top={204} product={video} />
      {powers.map((power) => (
        <Label key={power} x={xOf(power)} y={418} align="middle" kind="mono">
          {`${power}×`}
        </Label>
      ))}
    </Diagram>
  );
}
