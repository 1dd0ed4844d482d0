import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

/** Per second after the restart, in thousands of reads: hits, queries and refused ones (code/warm-up.ts). */
const limited = [
  [1, 8.3, 3, 8.7],
  [5, 12.1, 3, 4.9],
  [15, 14.1, 3, 2.9],
  [30, 15.3, 3, 1.7],
  [60, 16.6, 3, 0.4],
  [120, 17.9, 2.1, 0],
  [300, 19, 1, 0],
] as const;

const scale = 5;

const looks = {
  hits: { fill: 'var(--accent-wash)', stroke: 'var(--accent)' },
  queries: { fill: 'var(--accent)', stroke: 'var(--accent)' },
  refused: { fill: 'var(--failed-wash)', stroke: 'var(--failed)' },
} as const;

type PartProps = { x: number; base: number; below: number; value: number; kind: keyof typeof looks };

function Part({ x, base, below, value, kind }: PartProps) {
  if (value === 0) return null;
  return <rect x={x} y={base - (below + value) * scale} width={34} height={value * scale} {...looks[kind]} />;
}

export function ColdRestart() {
  const xOf = (index: number) => 84 + index * 50;
  return (
    <Diagram
      width={440}
      height={366}
      title="One restart, with and without a limit"
      description="Bars of 20,000 reads a second at seven moments after a cache restarts empty. Without a limit all 20,000 go to the database at every moment and all fail, because its answers come after the callers have given up. With a limit of 3,000 queries a second, 44 percent are refused in the first second, 8 percent after 30 seconds, and none after 90 seconds, while hits grow from 8,300 to 19,000 a second."
    >
      <Lane
        x={0}
        y={0}
        width={440}
        height={156}
        label="no limit: 20,000 queries/s to a database that can do 4,000"
      />
      <Lane
        x={0}
        y={164}
        width={440}
        height={156}
        label="at most 3,000 queries/s; the rest is refused at once"
      />
      {limited.map(([second, hits, queries, refused], index) => (
        <g key={second}>
          <Part x={xOf(index)} base={142} below={0} value={20} kind="refused" />
          <Part x={xOf(index)} base={306} below={0} value={queries} kind="queries" />
          <Part x={xOf(index)} base={306} below={queries} value={hits} kind="hits" />
          <Part x={xOf(index)} base={306} below={queries + hits} value={refused} kind="refused" />
          <Label x={xOf(index) + 17} y={338} align="middle" kind="mono">
            {`${second} s`}
          </Label>
        </g>
      ))}
      <Label x={8} y={96}>
        all late
      </Label>
      <Label x={8} y={216}>
        refused
      </Label>
      <Label x={8} y={260}>
        hits
      </Label>
      <Label x={8} y={303}>
        queries
      </Label>
      <Label x={242} y={360} align="middle" kind="muted">
        after the restart
      </Label>
    </Diagram>
  );
}
