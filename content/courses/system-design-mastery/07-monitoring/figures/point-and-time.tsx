import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

const phases = [
  { label: 'notice', minutes: 5 },
  { label: 'decide', minutes: 15 },
  { label: 'fetch 2 TB', minutes: 167 },
  { label: 'replay', minutes: 47 },
  { label: 'check', minutes: 30 },
] as const;

const perMinute = 1.62;
const starts = phases.map((_, index) =>
  phases.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0),
);
const xOf = (minutes: number) => 6 + minutes * perMinute;

export function PointAndTime() {
  return (
    <Diagram
      width={440}
      height={322}
      title="Recovery point and recovery time of one loss"
      description="Above, a day: a base backup at midnight, the log archived every minute, the disks lost at 14:07. What was archived is safe, so at most a minute is lost: the recovery point. Below, the hours after it: 5 minutes until somebody notices, 15 to decide, 167 to fetch two terabytes at 200 megabytes a second, 47 to replay 280 gigabytes of log, 30 to check: four hours and 24 minutes, the recovery time."
    >
      <Lane x={0} y={0} width={440} height={132} label="how much is lost: the point" />
      <line x1={30} x2={410} y1={74} y2={74} stroke="var(--line-strong)" />
      <rect x={30} y={64} width={8} height={20} fill="var(--accent)" />
      <Label x={26} y={54}>
        base backup, 00:00
      </Label>
      <rect x={38} y={69} width={318} height={10} fill="var(--accent-wash)" stroke="var(--accent)" />
      <Label x={197} y={98} align="middle" kind="muted">
        log archived every minute: 280 GB
      </Label>
      <path d="M362 66l16 16m0-16l-16 16" stroke="var(--failed)" strokeWidth={2.5} />
      <Label x={428} y={54} align="end">
        disks lost, 14:07
      </Label>
      <Label x={428} y={122} align="end" kind="strong">
        lost: at most 60 s
      </Label>
      <line x1={357} x2={370} y1={104} y2={104} stroke="var(--ink-strong)" strokeWidth={2} />
      <Lane x={0} y={140} width={440} height={176} label="how long it takes: the time" />
      {phases.map(({ label, minutes }, index) => {
        const x = xOf(starts[index] ?? 0);
        const isFetch = minutes > 100;
        return (
          <g key={label}>
            <rect
              x={x}
              y={196}
              width={minutes * perMinute}
              height={28}
              fill={isFetch ? 'var(--accent)' : 'var(--accent-wash)'}
              stroke="var(--accent)"
            />
            <Label
              x={index === 0 ? x : x + (minutes * perMinute) / 2}
              y={index % 2 === 0 ? 188 : 242}
              align={index === 0 ? 'start' : 'middle'}
            >
              {label}
            </Label>
          </g>
        );
      })}
      {[0, 60, 120, 180, 240].map((minutes) => (
        <Label key={minutes} x={xOf(minutes)} y={268} align={minutes === 0 ? 'start' : 'middle'} kind="mono">
          {`${minutes / 60} h`}
        </Label>
      ))}
      <Label x={428} y={300} align="end" kind="strong">
        4 h 24 min
      </Label>
    </Diagram>
  );
}
