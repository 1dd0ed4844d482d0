import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

const steps = [
  { label: 'Hold', detail: 'seat', undo: 'release' },
  { label: 'Hold', detail: 'room', undo: 'release' },
  { label: 'Charge', detail: 'card', undo: undefined },
  { label: 'Issue', detail: 'ticket', undo: undefined },
  { label: 'Send', detail: 'mail', undo: undefined },
] as const;

const xOf = (index: number) => 10 + index * 86;

export function SagaDirections() {
  return (
    <Diagram
      width={440}
      height={188}
      title="A saga turns back before its pivot and goes on after it"
      description="Five steps in a row: hold seat, hold room, charge card, issue ticket, send mail. The first two have a compensation, release. Charging the card is the pivot. If it is refused, the saga goes back over the two releases. Once it has succeeded the saga only goes forward, retrying the last two steps until they succeed."
    >
      <Lane x={0} y={0} width={176} height={184} label="can be undone" />
      <Lane x={264} y={0} width={176} height={184} label="must succeed: retry" />
      <Label x={220} y={18} align="middle" kind="strong">
        pivot
      </Label>
      {steps.map((step, index) => {
        const x = xOf(index);
        return (
          <g key={step.detail}>
            <Box
              x={x}
              y={38}
              width={68}
              height={48}
              label={step.label}
              detail={step.detail}
              kind={index === 2 ? 'accent' : 'plain'}
            />
            {index < 4 && <Arrow from={[x + 68, 62]} to={[x + 86, 62]} />}
            {step.undo && <Box x={x} y={130} width={68} height={34} label={step.undo} kind="dashed" />}
            {step.undo && index === 1 && <Arrow from={[x, 147]} to={[xOf(0) + 68, 147]} kind="dashed" />}
          </g>
        );
      })}
      <Arrow from={[xOf(2) + 34, 86]} via={[[xOf(2) + 34, 147]]} to={[xOf(1) + 68, 147]} kind="dashed" />
      <Label x={220} y={170} align="middle">
        refused
      </Label>
    </Diagram>
  );
}
