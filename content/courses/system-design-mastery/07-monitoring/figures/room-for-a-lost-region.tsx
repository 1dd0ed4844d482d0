import { Diagram, Label } from '@/lib/ui/diagram/diagram';

const designs = [
  { label: 'active-passive', regions: [100, 0], capacity: [100, 100], bought: '200' },
  { label: '2 active', regions: [50, 50], capacity: [100, 100], bought: '200' },
  { label: '3 active', regions: [33, 33, 33], capacity: [50, 50, 50], bought: '150' },
  { label: '4 active', regions: [25, 25, 25, 25], capacity: [33, 33, 33, 33], bought: '133' },
] as const;

const height = 0.9;
const floor = 122;

export function RoomForALostRegion() {
  return (
    <Diagram
      width={440}
      height={178}
      title="Capacity that must be bought so that one region may be lost"
      description="For a load of 100. Active-passive: two regions of 100, the second idle; 200 bought. Two active regions: each of 100, each half used; 200 bought. Three active: each of 50, used to 33; 150 bought. Four active: each of 33, used to 25; 133 bought."
    >
      {designs.map(({ label, regions, capacity, bought }, index) => {
        const left = 6 + index * 110;
        const width = 88 / regions.length - 4;
        return (
          <g key={label}>
            {regions.map((load, region) => {
              const x = left + region * (width + 4);
              const room = capacity[region] ?? 0;
              return (
                <g key={x}>
                  <rect
                    x={x}
                    y={floor - room * height}
                    width={width}
                    height={room * height}
                    fill="var(--paper-raised)"
                    stroke="var(--line-strong)"
                  />
                  <rect
                    x={x}
                    y={floor - load * height}
                    width={width}
                    height={load * height}
                    fill="var(--accent)"
                  />
                </g>
              );
            })}
            <Label x={left + 43} y={floor + 20} align="middle">
              {label}
            </Label>
            <Label x={left + 43} y={floor + 40} align="middle" kind="strong">
              {bought}
            </Label>
          </g>
        );
      })}
      <Label x={6} y={18} kind="muted">
        filled: used on an ordinary day, of a load of 100
      </Label>
    </Diagram>
  );
}
