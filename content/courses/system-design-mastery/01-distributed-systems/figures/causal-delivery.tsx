import { Arrow, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

const rows = { ana: 58, replica: 128 };
const xOf = (step: number) => 96 + step * 80;

function Delivery({ top, label, isCausal }: { top: number; label: string; isCausal: boolean }) {
  const [ana, replica] = [top + rows.ana, top + rows.replica];
  return (
    <>
      <Lane x={0} y={top} width={440} height={162} label={label} />
      <Label x={10} y={ana + 5} kind="strong">
        Ana writes
      </Label>
      <Label x={10} y={replica + 5} kind="strong">
        Eve reads
      </Label>
      <line x1={xOf(0)} x2={430} y1={ana} y2={ana} stroke="var(--line-strong)" />
      <line x1={xOf(0)} x2={430} y1={replica} y2={replica} stroke="var(--line-strong)" />
      <Label x={xOf(0.15)} y={ana - 10} align="start">
        1 remove Eve
      </Label>
      <Label x={xOf(1.6)} y={ana - 10} align="start">
        2 post the plan
      </Label>
      {isCausal ? (
        <>
          <rect
            x={xOf(2.3)}
            y={replica - 7}
            width={xOf(3.2) - xOf(2.3)}
            height={14}
            fill="var(--accent-wash)"
            stroke="var(--accent)"
            strokeDasharray="4 3"
          />
          <Label x={xOf(2.3)} y={replica + 25} kind="accent">
            2 waits for 1
          </Label>
        </>
      ) : (
        <Label x={xOf(2.3)} y={replica + 25} kind="strong">
          Eve sees the plan
        </Label>
      )}
      <Arrow from={[xOf(0.5), ana]} to={[xOf(3.2), replica]} />
      <Arrow from={[xOf(1.7), ana]} to={[xOf(2.3), replica]} kind="accent" />
    </>
  );
}

export function CausalDelivery() {
  return (
    <Diagram
      width={440}
      height={334}
      title="An effect that overtakes its cause"
      description="Twice the same two writes. Ana first removes Eve from a channel, then posts a plan. The first message takes longer to Eve's replica than the second. Under eventual consistency the replica shows the plan while Eve is still a member. Under causal consistency the replica holds the second message back until the first has arrived."
    >
      <Delivery top={0} label="Eventual: applied as it arrives" isCausal={false} />
      <Delivery top={172} label="Causal: applied after what it depends on" isCausal />
    </Diagram>
  );
}
