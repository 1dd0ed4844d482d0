import { Box, Diagram, Label } from '@/lib/ui/diagram/diagram';

type Column = { title: string; note: string; requests: { app1: number; app2: number; app3: number | null } };

/** Requests by server as tests/labs/lesson-configurations.test.ts measures them. */
const columns: readonly Column[] = [
  { title: 'Two servers', note: 'sticky', requests: { app1: 150, app2: 150, app3: null } },
  { title: 'app3 added', note: 'same clients', requests: { app1: 150, app2: 150, app3: 0 } },
  { title: 'app3 added', note: 'not sticky', requests: { app1: 100, app2: 100, app3: 100 } },
];

const servers = ['app1', 'app2', 'app3'] as const;
const left = 90;
const columnWidth = 121;
const widthOf = (requests: number) => (requests / 150) * 76;

export function StickyHotSpot() {
  return (
    <Diagram
      width={440}
      height={196}
      title="Requests by server with and without stickiness"
      description="Bars of 300 requests from 30 clients. With two servers and sticky cookies: app1 150, app2 150. After app3 is added, the same clients send 150, 150 and 0. Without stickiness: 100 to each of the three servers."
    >
      {servers.map((name, row) => (
        <Box key={name} x={2} y={66 + row * 42} width={78} height={26} label={name} kind={name} />
      ))}
      {columns.map((column, index) => {
        const x = left + index * columnWidth;
        return (
          <g key={column.note}>
            <Label x={x} y={20} kind="strong">
              {column.title}
            </Label>
            <Label x={x} y={40} kind="muted">
              {column.note}
            </Label>
            <line x1={x} x2={x} y1={58} y2={184} stroke="var(--line-strong)" />
            {servers.map((name, row) => {
              const requests = column.requests[name];
              const y = 66 + row * 42;
              if (requests === null) return null;
              return (
                <g key={name}>
                  <rect
                    x={x}
                    y={y}
                    width={widthOf(requests)}
                    height={26}
                    fill={`var(--${name}-wash)`}
                    stroke={`var(--${name})`}
                    strokeWidth={requests > 0 ? 1.5 : 0}
                  />
                  <Label x={x + widthOf(requests) + 8} y={y + 18} kind="mono">
                    {String(requests)}
                  </Label>
                </g>
              );
            })}
          </g>
        );
      })}
    </Diagram>
  );
}
