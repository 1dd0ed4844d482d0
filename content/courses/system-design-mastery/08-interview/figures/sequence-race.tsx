import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

type Span = { from: number; to: number; label: string; isWaiting?: boolean };
type Read = { at: number; label: string; isLoss?: boolean };
type Story = { title: string; a: readonly Span[]; b: readonly Span[]; reads: readonly Read[] };

const wholeTable: Story = {
  title: 'One sequence for the table',
  a: [{ from: 0, to: 62, label: 'number 1, slow to commit' }],
  b: [{ from: 14, to: 36, label: 'number 2' }],
  reads: [
    { at: 40, label: 'after 0: has 2' },
    { at: 72, label: 'after 2: none', isLoss: true },
  ],
};

const conversation: Story = {
  title: 'A counter in the row of the conversation',
  a: [{ from: 0, to: 46, label: 'number 1' }],
  b: [
    { from: 14, to: 46, label: 'waits', isWaiting: true },
    { from: 46, to: 68, label: 'number 2' },
  ],
  reads: [
    { at: 30, label: 'after 0: none' },
    { at: 72, label: 'after 0: 1, 2' },
  ],
};

const xOf = (time: number) => 66 + time * 3.7;

function Row({ y, label, spans }: { y: number; label: string; spans: readonly Span[] }) {
  return (
    <>
      <Label x={10} y={y + 5} kind="muted">
        {label}
      </Label>
      {spans.map((span) => (
        <g key={span.label}>
          <rect
            x={xOf(span.from)}
            y={y - 12}
            width={xOf(span.to) - xOf(span.from)}
            height={24}
            fill={span.isWaiting ? 'none' : 'var(--paper-raised)'}
            stroke="var(--ink-muted)"
            strokeDasharray={span.isWaiting ? '4 3' : undefined}
          />
          {!span.isWaiting && (
            <rect x={xOf(span.to) - 3} y={y - 12} width={6} height={24} fill="var(--accent)" />
          )}
          <Label x={xOf(span.from) + 8} y={y + 5}>
            {span.label}
          </Label>
        </g>
      ))}
    </>
  );
}

function Timeline({ top, story }: { top: number; story: Story }) {
  const readY = top + 134;
  return (
    <>
      <Lane x={0} y={top} width={440} height={176} label={story.title} />
      <Row y={top + 50} label="Ann" spans={story.a} />
      <Row y={top + 90} label="Bob" spans={story.b} />
      <Label x={10} y={readY + 5} kind="muted">
        Reader
      </Label>
      <line x1={xOf(0)} x2={430} y1={readY} y2={readY} stroke="var(--line-strong)" />
      {story.reads.map((read) => (
        <g key={read.label}>
          <circle
            cx={xOf(read.at)}
            cy={readY}
            r={5}
            fill={read.isLoss ? 'var(--paper)' : 'var(--ink-strong)'}
            stroke="var(--ink-strong)"
            strokeWidth={2}
          />
          <Label x={xOf(read.at)} y={readY + 26} align="middle">
            {read.label}
          </Label>
        </g>
      ))}
    </>
  );
}

export function SequenceRace() {
  return (
    <Diagram
      width={440}
      height={392}
      title="Two senders and a reader, with two ways to number"
      description="Above: Ann's transaction takes number 1 from a sequence of the table and commits late. Bob takes number 2 and commits first. A reader asks for everything after 0 and gets 2; later it asks for everything after 2 and gets nothing, so it never sees number 1. Below: the number comes from the row of the conversation. Bob waits until Ann has committed, so a reader sees nothing first and then 1 and 2."
    >
      <Timeline top={0} story={wholeTable} />
      <Timeline top={188} story={conversation} />
      <rect x={8} y={374} width={6} height={14} fill="var(--accent)" />
      <Label x={22} y={386} kind="muted">
        commit: the message becomes visible
      </Label>
    </Diagram>
  );
}
