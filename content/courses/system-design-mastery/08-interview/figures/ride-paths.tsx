import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function RidePaths() {
  return (
    <Diagram
      width={440}
      height={308}
      title="Two kinds of state: positions that may be lost, trips that may not"
      description="Drivers and riders hold connections to 20 gateways. 125,000 positions a second go to the matcher of their city, which keeps them in memory only. 300 trip requests a second lead to 2,400 changes a second in the trip database. The matcher proposes, the database decides, and the gateways push the state of the trip to both phones."
    >
      <Lane x={0} y={0} width={440} height={78} />
      <Box x={10} y={16} width={90} height={46} label="Drivers" detail="500,000" />
      <Box x={340} y={16} width={90} height={46} label="Riders" detail="1.5 million" />
      <Box x={162} y={16} width={116} height={46} label="Gateways" detail="20 servers" />
      <Arrow from={[100, 39]} to={[162, 39]} double />
      <Arrow from={[278, 39]} to={[340, 39]} double />
      <Lane x={0} y={88} width={440} height={220} />
      <Arrow
        from={[180, 62]}
        via={[
          [180, 130],
          [110, 130],
        ]}
        to={[110, 166]}
      />
      <Label x={14} y={152} kind="strong">
        125,000/s
      </Label>
      <Box
        x={20}
        y={166}
        width={174}
        height={56}
        label="Matcher of a city"
        detail="positions by cell, 50 MB"
        kind="accent"
      />
      <Arrow
        from={[260, 62]}
        via={[
          [260, 130],
          [330, 130],
        ]}
        to={[330, 166]}
      />
      <Label x={342} y={152} kind="strong">
        2,400/s
      </Label>
      <Box x={246} y={166} width={174} height={56} label="Trips" detail="state, offer, version" />
      <Arrow from={[194, 186]} to={[246, 186]} />
      <Arrow from={[246, 206]} to={[194, 206]} kind="dashed" />
      <Label x={107} y={240} align="middle" kind="muted">
        memory, rebuilt in seconds
      </Label>
      <Label x={333} y={240} align="middle" kind="muted">
        disk, never lost
      </Label>
      <Label x={220} y={272} align="middle">
        the matcher proposes an offer;
      </Label>
      <Label x={220} y={292} align="middle">
        the row decides who has the trip
      </Label>
    </Diagram>
  );
}
