import { Diagram, Label } from '@/lib/ui/diagram/diagram';

const steps = [
  { label: 'notice', minutes: 5 },
  { label: 'wake', minutes: 5 },
  { label: 'find', minutes: 15 },
  { label: 'act', minutes: 10 },
  { label: 'heal', minutes: 5 },
] as const;

const budgets = [
  { label: '99.9%: 43 min a month', minutes: 43.2 },
  { label: '99.95%: 22 min', minutes: 21.6 },
  { label: '99.99%: 4.3 min', minutes: 4.3 },
] as const;

const perMinute = 9.6;
const starts = steps.map((_, index) => steps.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0));

export function AnIncidentAgainstTheBudget() {
  return (
    <Diagram
      width={440}
      height={236}
      title="One incident with a person in it, and three budgets"
      description="On one scale of minutes: an incident of 40 minutes, made of 5 to notice, 5 to wake somebody, 15 to find the cause, 10 to act and 5 to heal. Below it the monthly budgets: 43 minutes for 99.9 percent, 22 for 99.95, and 4.3 for 99.99, which is shorter than the first step."
    >
      <Label x={2} y={18} kind="muted">
        one incident, 40 minutes
      </Label>
      {steps.map(({ label, minutes }, index) => {
        const x = 2 + (starts[index] ?? 0) * perMinute;
        return (
          <g key={label}>
            <rect
              x={x}
              y={28}
              width={minutes * perMinute}
              height={32}
              fill="var(--paper-raised)"
              stroke="var(--line-strong)"
            />
            <Label x={x + (minutes * perMinute) / 2} y={49} align="middle">
              {label}
            </Label>
          </g>
        );
      })}
      {budgets.map(({ label, minutes }, index) => (
        <g key={label}>
          <Label x={2} y={90 + index * 52} kind="muted">
            {label}
          </Label>
          <rect
            x={2}
            y={98 + index * 52}
            width={minutes * perMinute}
            height={20}
            fill="var(--accent-wash)"
            stroke="var(--accent)"
          />
        </g>
      ))}
    </Diagram>
  );
}
