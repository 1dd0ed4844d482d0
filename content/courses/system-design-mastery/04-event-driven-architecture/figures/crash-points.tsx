import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

type Step = { at: number; width: number; label: string };
type Way = { label: string; steps: readonly Step[]; outcome: string };

const crashX = 252;

const ways: readonly Way[] = [
  {
    label: 'Acknowledge, then work: at most once',
    steps: [
      { at: 16, width: 104, label: 'receive' },
      { at: 128, width: 104, label: 'acknowledge' },
      { at: 272, width: 104, label: 'work' },
    ],
    outcome: 'never done, never redelivered',
  },
  {
    label: 'Work, then acknowledge: at least once',
    steps: [
      { at: 16, width: 104, label: 'receive' },
      { at: 128, width: 104, label: 'work' },
      { at: 272, width: 104, label: 'acknowledge' },
    ],
    outcome: 'redelivered: done twice',
  },
  {
    label: 'Work and record in one commit, then acknowledge',
    steps: [
      { at: 16, width: 104, label: 'receive' },
      { at: 128, width: 104, label: 'work + record' },
      { at: 272, width: 104, label: 'acknowledge' },
    ],
    outcome: 'redelivered: record found, skipped',
  },
];

export function CrashPoints() {
  return (
    <Diagram
      width={440}
      height={328}
      title="The same crash in three orders of work and acknowledgement"
      description="Three consumers crash after their second step. One that acknowledged first and had not yet worked loses the message. One that worked first and had not yet acknowledged gets it again and works twice. One that committed work and a record of the message together gets it again, finds the record and skips it."
    >
      {ways.map((way, row) => {
        const y = row * 112;
        return (
          <g key={way.label}>
            <Lane x={0} y={y} width={440} height={104} label={way.label} />
            {way.steps.map((step) => {
              const isLost = step.at > crashX;
              return (
                <g key={step.label}>
                  <rect
                    x={step.at}
                    y={y + 32}
                    width={step.width}
                    height={30}
                    fill={isLost ? 'none' : 'var(--paper)'}
                    stroke={isLost ? 'var(--line-strong)' : 'var(--ink-muted)'}
                    {...(isLost ? { strokeDasharray: '4 3' } : {})}
                  />
                  <Label
                    x={step.at + step.width / 2}
                    y={y + 52}
                    align="middle"
                    kind={isLost ? 'muted' : 'plain'}
                  >
                    {step.label}
                  </Label>
                </g>
              );
            })}
            <path
              d={`M${crashX - 7} ${y + 40} l14 14 m0 -14 l-14 14`}
              stroke="var(--ink-strong)"
              strokeWidth={2.5}
            />
            <Label x={crashX} y={y + 88} align="middle" kind="strong">
              {way.outcome}
            </Label>
          </g>
        );
      })}
    </Diagram>
  );
}
