import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Column = { title: string; note: string; requests: { app1: number; app2: number; app3: number | null } };

/** Requests by server as tests/labs/lesson-configurations.test.ts measures them. */
const columns: readonly Column[] = [
  { title: 'Two servers', note: 'sticky by cookie', requests: { app1: 150, app2: 150, app3: null } },
  { title: 'app3 added', note: 'sticky, the same clients', requests: { app1: 150, app2: 150, app3: 0 } },
  { title: 'app3 added', note: 'no stickiness', requests: { app1: 100, app2: 100, app3: 100 } },
];

const servers = [
  { name: 'app1', mark: '●' },
  { name: 'app2', mark: '▲' },
  { name: 'app3', mark: '■' },
] as const;
const left = 72;
const columnWidth = 192;
const widthOf = (requests: number) => (requests / 150) * 130;

export function StickyHotSpot() {
  return (
    <Diagram
      width={640}
      height={196}
      title="Requests by server with and without stickiness"
      description="Bars of 300 requests from 30 clients. With two servers and sticky cookies: app1 150, app2 150. After app3 is added, the same clients send 150, 150 and 0. Without stickiness: 100 to each of the three servers."
    >
      {servers.map(({ name, mark }, row) => (
        <text key={name} x={0} y={84 + row * 42} fontSize={14} fontWeight={600} fill={`var(--${name})`}>
          {mark} {name}
        </text>
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
            {servers.map(({ name }, row) => {
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
