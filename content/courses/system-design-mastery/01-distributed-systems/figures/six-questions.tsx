import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

/** Need divided by what the baseline design gives; infinite where nothing wrong is allowed. */
type Row = { question: string; ratio: number; note: string };
type Product = { name: string; rows: readonly Row[]; deciding: string };

const ticketSale: Product = {
  name: 'Ticket sale: 500,000 people, 60,000 seats',
  deciding: 'Truth',
  rows: [
    { question: 'Promise', ratio: 0.2, note: '0.2' },
    { question: 'Load', ratio: 1, note: '1' },
    { question: 'Truth', ratio: Infinity, note: '0 allowed' },
    { question: 'Staleness', ratio: 0.4, note: '0.4' },
    { question: 'Failure', ratio: 0.2, note: '0.2' },
    { question: 'Change', ratio: 0.0005, note: '0.0005' },
  ],
};

const video: Product = {
  name: 'Video: 10 million people, half an hour a day',
  deciding: 'Load',
  rows: [
    { question: 'Promise', ratio: 0.5, note: '0.5' },
    { question: 'Load', ratio: 190, note: '190' },
    { question: 'Truth', ratio: 0, note: 'one uploader' },
    { question: 'Staleness', ratio: 0.1, note: '0.1' },
    { question: 'Failure', ratio: 0.1, note: '0.1' },
    { question: 'Change', ratio: 3, note: '3: the bill' },
  ],
};

const powers = [0.01, 0.1, 1, 10, 100];
const rowHeight = 25;
const offScale = 354;
const xOf = (ratio: number) =>
  ratio === Infinity ? offScale : 96 + (Math.log10(Math.max(ratio, 0.011)) + 2) * 56;
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
        const fill = isDeciding ? 'var(--accent)' : 'var(--line-strong)';
        const end = xOf(row.ratio);
        return (
          <g key={row.question}>
            <Label x={88} y={y + 14} align="end" kind={isDeciding ? 'strong' : 'plain'}>
              {row.question}
            </Label>
            <rect x={96} y={y + 3} width={end - 96} height={14} fill={fill} />
            {row.ratio === Infinity && <path d={`M${end} ${y - 1}l11 11l-11 11z`} fill={fill} />}
            <Label
              x={noteX(row.ratio) + (row.ratio === Infinity ? 9 : 0)}
              y={y + 14}
              kind={isDeciding ? 'accent' : 'muted'}
            >
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
      description="Two bar charts on a logarithmic scale from 0.01 to 100 and beyond, where 1 is what the baseline design gives. Ticket sale: truth leaves the scale, since no seat may be sold twice; load stands at 1, all others below. Video: load stands at 190, change, which holds the bill, at 3, all others below 1."
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
