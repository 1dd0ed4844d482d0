import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

const dirtyLeaves = new Set([2, 7, 11, 16, 23, 27, 33, 36]);

/** Widths only suggest that each level is ten times the one above it. */
const levels = [
  { label: 'L0', width: 60, size: '64 MB files' },
  { label: 'L1', width: 110, size: '256 MB' },
  { label: 'L2', width: 170, size: '2.5 GB' },
  { label: 'L3', width: 250, size: '25 GB' },
] as const;

export function WritePaths() {
  return (
    <Diagram
      width={440}
      height={452}
      title="Where eight random inserts land"
      description="In a B-tree the eight inserts go to eight different leaf pages out of forty, and each of those 8 KB pages is read, changed and written back. In an LSM-tree they go to a table in memory, which is written out as one sorted file; background merges rewrite it into level 1, 2 and 3, each ten times larger than the one before. A read asks the memory table and then one file of each level, and Bloom filters let it skip most of them."
    >
      <Lane x={0} y={0} width={440} height={158} label="B-tree: change in place" />
      <Box x={170} y={30} width={100} height={28} label="root" />
      {[60, 140, 220, 300, 380].map((x) => (
        <g key={x}>
          <path d={`M220 58L${x} 76`} stroke="var(--line-strong)" fill="none" />
          <rect
            x={x - 24}
            y={76}
            width={48}
            height={12}
            fill="var(--paper-raised)"
            stroke="var(--line-strong)"
          />
        </g>
      ))}
      {Array.from({ length: 40 }, (_, index) => (
        <rect
          key={index}
          x={21 + index * 10}
          y={104}
          width={7}
          height={18}
          fill={dirtyLeaves.has(index) ? 'var(--accent)' : 'var(--paper)'}
          stroke="var(--line-strong)"
        />
      ))}
      <Label x={10} y={146} kind="strong">
        8 inserts: 8 pages of 8 KB read and written
      </Label>

      <Lane x={0} y={168} width={440} height={284} label="LSM-tree: append, merge later" />
      <Box x={10} y={198} width={130} height={44} label="memtable" detail="8 rows, sorted" kind="accent" />
      <Label x={152} y={216} kind="muted">
        8 inserts: one append to the log.
      </Label>
      <Label x={152} y={234} kind="muted">
        The rest is rewritten later.
      </Label>
      {levels.map(({ label, width, size }, row) => {
        const y = 268 + row * 40;
        return (
          <g key={label}>
            <Arrow from={[30, y - (row === 0 ? 26 : 14)]} to={[30, y]} />
            <rect
              x={10}
              y={y}
              width={width}
              height={26}
              fill="var(--paper-raised)"
              stroke="var(--line-strong)"
            />
            <Label x={20} y={y + 18} kind="strong">
              {label}
            </Label>
            <Label x={width + 20} y={y + 18} kind="mono">
              {size}
            </Label>
          </g>
        );
      })}
      <Arrow from={[408, 262]} to={[408, 412]} kind="dashed" />
      <Label x={398} y={284} align="end" kind="muted">
        a read asks
      </Label>
      <Label x={398} y={302} align="end" kind="muted">
        every level
      </Label>
      <Label x={10} y={442} kind="strong">
        A byte is written again at every level
      </Label>
    </Diagram>
  );
}
