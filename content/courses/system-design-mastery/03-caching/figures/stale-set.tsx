import { Arrow, Box, Diagram, Label } from '@/lib/ui/diagram/diagram';

const columns = [
  { label: 'Reader', x: 50 },
  { label: 'Cache', x: 165 },
  { label: 'Database', x: 285 },
  { label: 'Writer', x: 392 },
] as const;

const [reader, cache, database, writer] = [50, 165, 285, 392];

export function StaleSet() {
  return (
    <Diagram
      width={440}
      height={330}
      title="A stale set, step by step"
      description="Four columns from left to right: reader, cache, database, writer; time runs down. The reader misses in the cache and reads 100 from the database. Before it can store it, the writer writes 80 to the database and deletes the entry in the cache, where there is nothing yet. Then the reader stores 100. From there the cache holds 100 and the database 80, until the entry expires."
    >
      {columns.map(({ label, x }) => (
        <g key={label}>
          <line x1={x} x2={x} y1={36} y2={286} stroke="var(--line-strong)" strokeDasharray="3 3" />
          <Box x={x - 42} y={6} width={84} height={30} label={label} />
        </g>
      ))}
      <Arrow from={[reader, 68]} to={[cache, 68]} label="1 get: miss" />
      <Arrow from={[database, 106]} to={[reader, 106]} />
      <Label x={109} y={99} align="middle">
        2 reads 100
      </Label>
      <Arrow from={[writer, 142]} to={[database, 142]} label="3 writes 80" kind="accent" />
      <Arrow from={[writer, 182]} to={[cache, 182]} kind="accent" />
      <Label x={338} y={175} align="middle">
        4 delete
      </Label>
      <Arrow from={[reader, 222]} to={[cache, 222]} label="5 sets 100" />
      <rect
        x={cache - 5}
        y={222}
        width={10}
        height={64}
        fill="var(--paper-raised)"
        stroke="var(--ink-muted)"
      />
      <rect
        x={database - 5}
        y={142}
        width={10}
        height={144}
        fill="var(--accent-wash)"
        stroke="var(--accent)"
      />
      <Label x={cache} y={304} align="middle" kind="strong">
        100
      </Label>
      <Label x={database} y={304} align="middle" kind="strong">
        80
      </Label>
      <Label x={225} y={325} align="middle" kind="muted">
        and so it stays until the entry expires
      </Label>
    </Diagram>
  );
}
