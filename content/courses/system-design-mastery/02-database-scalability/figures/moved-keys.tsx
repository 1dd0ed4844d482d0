import { Diagram, Label } from '@/lib/ui/diagram/diagram';

const keys = Array.from({ length: 20 }, (_, index) => index);
const byRemainder = { before: keys.map((key) => key % 4), after: keys.map((key) => key % 5) };
const bySlot = {
  before: keys.map((slot) => slot % 4),
  after: keys.map((slot) => (slot % 5 === 4 ? 4 : slot % 4)),
};

const xOf = (index: number) => 62 + index * 18.8;

function Strip({
  y,
  label,
  nodes,
  before,
}: {
  y: number;
  label: string;
  nodes: readonly number[];
  before: readonly number[];
}) {
  return (
    <>
      <Label x={2} y={y + 16} kind="muted">
        {label}
      </Label>
      {nodes.map((node, index) => (
        <g key={index}>
          <rect
            x={xOf(index)}
            y={y}
            width={16.5}
            height={24}
            fill={node === before[index] ? 'var(--paper)' : 'var(--accent-wash)'}
            stroke={node === before[index] ? 'var(--line-strong)' : 'var(--accent)'}
            strokeWidth={node === before[index] ? 1 : 2}
          />
          <text
            x={xOf(index) + 8.2}
            y={y + 16}
            textAnchor="middle"
            fontSize={11}
            fontFamily="var(--font-mono)"
            fill="var(--ink-strong)"
          >
            {node + 1}
          </text>
        </g>
      ))}
    </>
  );
}

export function MovedKeys() {
  return (
    <Diagram
      width={440}
      height={236}
      title="Twenty keys when a fifth node is added"
      description="Two pairs of strips; each cell is a key and shows its node. By remainder, going from four nodes to five changes the node of 16 of the 20 keys. By slots, the fifth node takes over four slots and the other 16 stay."
    >
      <Label x={2} y={18} kind="strong">
        Remainder: 16 of 20 move
      </Label>
      <Strip y={30} label="4 nodes" nodes={byRemainder.before} before={byRemainder.before} />
      <Strip y={62} label="5 nodes" nodes={byRemainder.after} before={byRemainder.before} />
      <Label x={2} y={130} kind="strong">
        Slots: 4 of 20 move, all to node 5
      </Label>
      <Strip y={142} label="4 nodes" nodes={bySlot.before} before={bySlot.before} />
      <Strip y={174} label="5 nodes" nodes={bySlot.after} before={bySlot.before} />
      <Label x={2} y={226} kind="muted">
        The number is the node; marked cells must be copied.
      </Label>
    </Diagram>
  );
}
