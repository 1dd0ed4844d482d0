import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function WriteSkew() {
  return (
    <Diagram
      width={440}
      height={318}
      title="Two drains that each leave one server"
      description="Time runs downwards. Ada and Bob both read that two servers are in rotation. Ada then drains app1 and Bob drains app2, and both commit. Each read a row that the other one changes: a crossed pair of arrows runs from each read to the other's write. Afterwards no server is in rotation."
    >
      <Lane x={0} y={0} width={200} height={270} label="Ada" />
      <Lane x={240} y={0} width={200} height={270} label="Bob" />
      <Box x={10} y={34} width={180} height={44} label="counts 2" detail="reads app1 and app2" />
      <Box x={250} y={58} width={180} height={44} label="counts 2" detail="reads app1 and app2" />
      <Box
        x={10}
        y={150}
        width={180}
        height={44}
        label="drains app1"
        detail="one is left, she thinks"
        kind="app1"
      />
      <Box
        x={250}
        y={174}
        width={180}
        height={44}
        label="drains app2"
        detail="one is left, he thinks"
        kind="app2"
      />
      <Arrow from={[190, 66]} to={[250, 184]} kind="dashed" />
      <Arrow from={[250, 90]} to={[190, 160]} kind="dashed" />
      <Label x={100} y={124} align="middle" kind="muted">
        she relied on app2
      </Label>
      <Label x={340} y={132} align="middle" kind="muted">
        he relied on app1
      </Label>
      <Label x={100} y={244} align="middle" kind="mono">
        COMMIT
      </Label>
      <Label x={340} y={256} align="middle" kind="mono">
        COMMIT
      </Label>
      <Label x={220} y={302} align="middle" kind="strong">
        No row was written twice. No server is left.
      </Label>
    </Diagram>
  );
}
