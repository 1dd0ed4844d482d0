import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

type State = 'done' | 'failed' | 'waiting' | 'taken' | 'gone';

const side = 34;
const xOf = (index: number) => 16 + index * 51;

function Message({ index, y, number, state }: { index: number; y: number; number: number; state: State }) {
  const fill = {
    done: 'var(--paper-sunken)',
    failed: 'var(--failed-wash)',
    waiting: 'var(--paper)',
    taken: 'var(--app1-wash)',
    gone: 'none',
  }[state];
  const stroke = {
    done: 'var(--line-strong)',
    failed: 'var(--failed)',
    waiting: 'var(--line-strong)',
    taken: 'var(--app1)',
    gone: 'var(--line)',
  }[state];
  return (
    <g>
      <rect
        x={xOf(index)}
        y={y}
        width={side}
        height={side}
        fill={fill}
        stroke={stroke}
        strokeWidth={state === 'failed' ? 2 : 1.25}
        {...(state === 'gone' ? { strokeDasharray: '3 3' } : {})}
      />
      <Label x={xOf(index) + side / 2} y={y + 22} align="middle" kind={state === 'gone' ? 'muted' : 'mono'}>
        {number}
      </Label>
    </g>
  );
}

function Pointer({ index, y, label }: { index: number; y: number; label: string }) {
  const x = xOf(index) + side / 2;
  return (
    <g>
      <path d={`M${x} ${y} l6 10 h-12 z`} fill="var(--ink-strong)" />
      <Label x={x} y={y + 25} align="middle" kind="strong">
        {label}
      </Label>
    </g>
  );
}

const log: readonly State[] = [
  'done',
  'done',
  'failed',
  'waiting',
  'waiting',
  'waiting',
  'waiting',
  'waiting',
];
const queue: readonly State[] = ['gone', 'gone', 'failed', 'gone', 'taken', 'gone', 'taken', 'waiting'];

export function LogAndQueue() {
  return (
    <Diagram
      width={440}
      height={306}
      title="The same bad message in a log and in a queue"
      description="Above, a partition of a log with messages 40 to 47. Two consumer groups are two numbers: billing stands at 46, mail stands at 42, whose processing fails, so 43 to 47 wait behind it for mail. Below, a queue with the same messages: 40, 41, 43 and 45 are acknowledged and gone, 42 has failed and will be delivered again later, 44 and 46 are taken by two workers, 47 waits for a free worker."
    >
      <Lane x={0} y={0} width={440} height={146} label="Log: a position for each group; nothing is removed" />
      {log.map((state, index) => (
        <Message key={index} index={index} y={44} number={40 + index} state={state} />
      ))}
      <Pointer index={2} y={82} label="mail" />
      <Pointer index={6} y={82} label="billing" />
      <Label x={xOf(2)} y={134} kind="muted">
        mail fails at 42: 43 to 47 wait behind it
      </Label>
      <Lane x={0} y={156} width={440} height={150} label="Queue: a state for each message" />
      {queue.map((state, index) => (
        <Message key={index} index={index} y={200} number={40 + index} state={state} />
      ))}
      <Label x={xOf(2) + side / 2} y={252} align="middle" kind="strong">
        later
      </Label>
      <Label x={xOf(4) + side / 2} y={252} align="middle">
        worker 1
      </Label>
      <Label x={xOf(6) + side / 2} y={252} align="middle">
        worker 2
      </Label>
      <Label x={xOf(0)} y={292} kind="muted">
        42 comes back after 43 to 46: nothing waits, order is lost
      </Label>
    </Diagram>
  );
}
