import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function LayerSplit() {
  return (
    <Diagram
      width={440}
      height={502}
      title="What each layer reads of one request"
      description="A client sends a request to a balancer with three servers behind it. At layer 4 the balancer reads addresses and ports; the TLS bytes after them stay closed, and it chooses one server for the whole connection. At layer 7 it also reads method, path, host and cookie, and chooses a server for each request."
    >
      <Box x={2} y={34} width={104} height={48} label="Client" detail="203.0.113.7" />
      <Box x={172} y={34} width={104} height={48} label="Balancer" detail="192.0.2.10" kind="accent" />
      <Box x={346} y={2} width={92} height={30} label="app1" kind="app1" />
      <Box x={346} y={43} width={92} height={30} label="app2" kind="app2" />
      <Box x={346} y={84} width={92} height={30} label="app3" kind="app3" />
      <Arrow from={[106, 58]} to={[172, 58]} label="HTTPS" />
      <Arrow from={[276, 58]} to={[346, 17]} kind="dashed" />
      <Arrow from={[276, 58]} to={[346, 58]} kind="dashed" />
      <Arrow from={[276, 58]} to={[346, 99]} kind="dashed" />

      <Lane x={0} y={132} width={440} height={156} label="Layer 4" />
      <Box
        x={10}
        y={162}
        width={208}
        height={44}
        label="Addresses"
        detail="203.0.113.7 → 192.0.2.10"
        kind="accent"
      />
      <Box x={222} y={162} width={208} height={44} label="Ports" detail="51514 → 443" kind="accent" />
      <Box x={10} y={210} width={420} height={40} label="TLS record" detail="not read" kind="dashed" />
      <Label x={10} y={274} kind="strong">
        Chooses a server for the whole connection.
      </Label>

      <Lane x={0} y={298} width={440} height={204} label="Layer 7" />
      <Box
        x={10}
        y={328}
        width={208}
        height={44}
        label="Addresses"
        detail="203.0.113.7 → 192.0.2.10"
        kind="accent"
      />
      <Box x={222} y={328} width={208} height={44} label="Ports" detail="51514 → 443" kind="accent" />
      <Box
        x={10}
        y={376}
        width={208}
        height={44}
        label="GET /api/cart"
        detail="method and path"
        kind="accent"
      />
      <Box x={222} y={376} width={208} height={44} label="Host, Cookie, …" detail="headers" kind="accent" />
      <Box x={10} y={424} width={420} height={40} label="Body" detail="passed on" kind="dashed" />
      <Label x={10} y={488} kind="strong">
        Ends TLS, then chooses a server for this request.
      </Label>
    </Diagram>
  );
}
