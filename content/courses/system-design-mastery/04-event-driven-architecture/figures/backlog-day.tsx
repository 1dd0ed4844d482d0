import { Diagram, Label } from '@/lib/ui/diagram/diagram';
import { arrivals, backlogByHour } from '../code/backlog.js';

const firstHour = 8;
const xOf = (hour: number) => 46 + (hour - firstHour) * 24;
const yOf = (messages: number) => 190 - (messages / 1_000_000) * 52;

/** The backlog at the end of each hour (hour `h` ends at `h + 1`), and the moment at which it is gone. */
function path(capacity: number) {
  const ends = backlogByHour(capacity, 9);
  const points = ends.flatMap((messages, hour): [number, number][] => {
    const before = ends[hour - 1] ?? 0;
    const emptyAt = hour + before / (capacity - (arrivals[hour] ?? 0)) / 3600;
    return before > 0 && messages === 0
      ? [
          [emptyAt, 0],
          [hour + 1, 0],
        ]
      : [[hour + 1, messages]];
  });
  const shown = points.filter(([hour]) => hour >= firstHour);
  return `M${shown.map(([hour, messages]) => `${xOf(hour)} ${yOf(messages)}`).join('L')}`;
}

export function BacklogDay() {
  return (
    <Diagram
      width={440}
      height={236}
      title="The backlog of one hour without consumers, over the day"
      description="Backlog in millions of messages from 8 to 24 o'clock. Consumers stand still from 9 to 10. With a capacity of 720 messages a second the backlog jumps to 2.2 million, falls slowly to 1.8 million at noon, rises to its highest, 2.8 million, at 14 o'clock, and is gone only after 22:30. With 1,440 a second it is gone before 11."
    >
      <rect x={xOf(9)} y={12} width={24} height={178} fill="var(--paper-sunken)" stroke="var(--line)" />
      {[0, 1, 2, 3].map((millions) => (
        <g key={millions}>
          <line
            x1={xOf(firstHour)}
            x2={xOf(24)}
            y1={yOf(millions * 1_000_000)}
            y2={yOf(millions * 1_000_000)}
            stroke="var(--line)"
          />
          <Label x={38} y={yOf(millions * 1_000_000) + 4} align="end" kind="mono">
            {`${millions} M`}
          </Label>
        </g>
      ))}
      {[8, 10, 12, 14, 16, 18, 20, 22, 24].map((hour) => (
        <Label key={hour} x={xOf(hour)} y={208} align="middle" kind="mono">
          {hour}
        </Label>
      ))}
      <path d={path(1440)} fill="none" stroke="var(--ink-muted)" strokeWidth={1.75} strokeDasharray="5 4" />
      <path d={path(720)} fill="none" stroke="var(--ink-strong)" strokeWidth={2.25} />
      <Label x={xOf(16)} y={30} kind="strong">
        720 a second: 22:37
      </Label>
      <Label x={xOf(11) + 8} y={180} kind="muted">
        1,440: 10:46
      </Label>
      <Label x={xOf(10) + 6} y={26} kind="muted">
        down
      </Label>
      <Label x={440} y={230} align="end" kind="muted">
        hour of the day
      </Label>
    </Diagram>
  );
}
