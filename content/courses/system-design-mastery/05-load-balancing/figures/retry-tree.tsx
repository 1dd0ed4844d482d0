import { Arrow, Box, Diagram, Label } from '@/lib/ui/diagram/diagram';

const layers = [
  { label: 'Browser', calls: 3 },
  { label: 'Gateway', calls: 9 },
  { label: 'Service', calls: 27 },
] as const;

export function RetryTree() {
  return (
    <Diagram
      width={440}
      height={104}
      title="Retries multiply"
      description="One click. The browser calls the gateway up to 3 times, the gateway calls the service up to 9 times, the service calls the database up to 27 times."
    >
      {layers.map(({ label, calls }, index) => {
        const x = 2 + index * 118;
        return (
          <g key={label}>
            <Box x={x} y={34} width={76} height={40} label={label} kind="plain" />
            <Arrow from={[x + 76, 54]} to={[x + 118, 54]} />
            <Label x={x + 97} y={44} align="middle" kind="strong">
              {`×${calls}`}
            </Label>
          </g>
        );
      })}
      <Box x={356} y={34} width={82} height={40} label="Database" kind="accent" />
      <Label x={2} y={20} kind="muted">
        One click, three tries in every layer
      </Label>
      <Label x={438} y={96} align="end" kind="strong">
        27 calls
      </Label>
    </Diagram>
  );
}
