import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

type Rebuild = { from: number; height: number };
type Policy = {
  label: string;
  /** Seconds relative to expiry in which readers find no value, or null. */
  gap: readonly [number, number] | null;
  gapNote: string;
  rebuilds: readonly Rebuild[];
  note: string;
};

const policies: readonly Policy[] = [
  {
    label: 'nothing',
    gap: [0, 0.4],
    gapNote: '2,000 wait',
    rebuilds: [{ from: 0, height: 40 }],
    note: '2,000 rebuilds',
  },
  {
    label: 'coalescing',
    gap: [0, 0.4],
    gapNote: '2,000 wait',
    rebuilds: [{ from: 0, height: 6 }],
    note: '1 rebuild',
  },
  {
    label: 'early refresh',
    gap: null,
    gapNote: '',
    rebuilds: [
      { from: -3.3, height: 6 },
      { from: -3.1, height: 12 },
    ],
    note: '2–3 rebuilds, nobody waits',
  },
];

const rebuildSeconds = 0.4;
const xOf = (seconds: number) => 96 + (seconds + 4) * 64;

function PolicyLane({ top, policy }: { top: number; policy: Policy }) {
  const readerY = top + 36;
  const floor = top + 106;
  const { gap } = policy;
  return (
    <>
      <Lane x={0} y={top} width={440} height={112} label={policy.label} />
      <Label x={10} y={readerY + 12} kind="muted">
        cached
      </Label>
      <Label x={10} y={floor - 12} kind="muted">
        rebuilding
      </Label>
      <rect
        x={xOf(-4)}
        y={readerY}
        width={(gap ? xOf(gap[0]) : xOf(1.3)) - xOf(-4)}
        height={14}
        fill="var(--accent-wash)"
        stroke="var(--accent)"
      />
      {gap && (
        <>
          <rect
            x={xOf(gap[1])}
            y={readerY}
            width={xOf(1.3) - xOf(gap[1])}
            height={14}
            fill="var(--accent-wash)"
            stroke="var(--accent)"
          />
          <Label x={xOf(0) + 8} y={readerY - 6}>
            {policy.gapNote}
          </Label>
        </>
      )}
      {policy.rebuilds.map(({ from, height }) => (
        <rect
          key={from}
          x={xOf(from)}
          y={floor - height}
          width={rebuildSeconds * 64}
          height={height === 12 ? 6 : height}
          fill="var(--accent)"
        />
      ))}
      <Label
        x={gap ? xOf(-0.15) : xOf(-3.3)}
        y={gap ? floor - 6 : floor - 20}
        align={gap ? 'end' : 'start'}
        kind="strong"
      >
        {policy.note}
      </Label>
    </>
  );
}

export function ExpiryOfAHotKey() {
  return (
    <Diagram
      width={440}
      height={396}
      title="A hot key expires, under three policies"
      description="Time runs from 4 seconds before expiry to 1 second after it; a rebuild takes 0.4 seconds and 5,000 readers come each second. With nothing done, 2,000 readers wait and 2,000 rebuilds run at once. With coalescing 2,000 readers wait for one rebuild. With early refresh two or three rebuilds run about 3 seconds before expiry and nobody waits."
    >
      {policies.map((policy, index) => (
        <PolicyLane key={policy.label} top={index * 120} policy={policy} />
      ))}
      <line x1={xOf(0)} x2={xOf(0)} y1={24} y2={352} stroke="var(--ink-muted)" strokeDasharray="3 3" />
      {[-4, -3, -2, -1, 0, 1].map((seconds) => (
        <Label key={seconds} x={xOf(seconds)} y={370} align="middle" kind="mono">
          {seconds === 0 ? '0' : `${seconds} s`.replace('-', '−')}
        </Label>
      ))}
      <Label x={xOf(0)} y={390} align="middle" kind="muted">
        the entry’s expiry
      </Label>
    </Diagram>
  );
}
