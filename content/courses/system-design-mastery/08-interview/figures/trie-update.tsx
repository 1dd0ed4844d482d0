import { Arrow, Diagram, Label } from '@/lib/ui/diagram/diagram';

type NodeAt = { x: number; y: number; name: string; top: readonly [string, string]; isTouched: boolean };

const nodes: readonly NodeAt[] = [
  { x: 150, y: 8, name: 'n', top: ['news 90', 'new york 80'], isTouched: true },
  { x: 150, y: 92, name: 'ne', top: ['news 90', 'new york 80'], isTouched: true },
  { x: 8, y: 176, name: 'net', top: ['network 60', 'net 20'], isTouched: false },
  { x: 150, y: 176, name: 'new', top: ['news 90', 'new york 80'], isTouched: true },
  { x: 80, y: 260, name: 'news', top: ['news 90', 'news app 9'], isTouched: false },
  { x: 222, y: 260, name: 'new y', top: ['new york 80', 'new year 75'], isTouched: true },
];

const width = 132;
const height = 58;

function joint(node: NodeAt | undefined, side: 'top' | 'bottom'): [number, number] {
  return [(node?.x ?? 0) + width / 2, (node?.y ?? 0) + (side === 'top' ? 0 : height)];
}

const edges = [
  [0, 1],
  [1, 2],
  [1, 3],
  [3, 4],
  [3, 5],
] as const;

export function TrieUpdate() {
  return (
    <Diagram
      width={440}
      height={326}
      title="A raised score touches only the path of its prefixes"
      description="A trie whose nodes keep their two best queries. “new year” rises from 75 to 81. The nodes n, ne, new and new y are looked at, and in each of them new year second at n, ne, new, which has 80. The nodes net and news are not touched."
    >
      {edges.map(([from, to]) => (
        <Arrow
          key={`${from}-${to}`}
          from={joint(nodes[from], 'bottom')}
          to={joint(nodes[to], 'top')}
          kind={nodes[to]?.isTouched ? 'accent' : 'plain'}
        />
      ))}
      {nodes.map((node) => (
        <g key={node.name}>
          <rect
            x={node.x}
            y={node.y}
            width={width}
            height={height}
            rx={3}
            fill={node.isTouched ? 'var(--accent-wash)' : 'var(--paper)'}
            stroke={node.isTouched ? 'var(--accent)' : 'var(--line-strong)'}
          />
          <Label x={node.x + 8} y={node.y + 17} kind="mono">
            {node.name}
          </Label>
          <Label x={node.x + 8} y={node.y + 34}>
            {node.top[0]}
          </Label>
          <Label x={node.x + 8} y={node.y + 51}>
            {node.top[1]}
          </Label>
        </g>
      ))}
      <Label x={296} y={34} kind="strong">
        new year: 75 → 81
      </Label>
      <Label x={296} y={54} kind="muted">
        second at n, ne, new
      </Label>
      <Label x={296} y={72} kind="muted">
        first at new y
      </Label>
    </Diagram>
  );
}
