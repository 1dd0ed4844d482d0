import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function LayerSplit() {
  return (
    <Diagram
      width={640}
      height={420}
      title="What each layer reads of one request"
      description="A client sends a request to a balancer with three servers behind it. At layer 4 the balancer reads addresses and ports; the TLS bytes after them stay closed, and it chooses one server for the whole connection. At layer 7 it also reads method, path, host and cookie, and chooses a server for each request."
    >
      <Box x={2} y={38} width={130} height={48} label="Client" detail="203.0.113.7" />
      <Box x={245} y={38} width={150} height={48} label="Balancer" detail="192.0.2.10:443" kind="accent" />
      <Box x={508} y={2} width={130} height={32} label="app1" kind="app1" />
      <Box x={508} y={46} width={130} height={32} label="app2" kind="app2" />
      <Box x={508} y={90} width={130} height={32} label="app3" kind="app3" />
      <Arrow from={[132, 62]} to={[245, 62]} label="HTTPS" />
      <Arrow from={[395, 62]} to={[508, 18]} kind="dashed" />
      <Arrow from={[395, 62]} to={[508, 62]} kind="dashed" />
      <Arrow from={[395, 62]} to={[508, 106]} kind="dashed" />

      <Lane x={0} y={144} width={640} height={130} label="Layer 4" />
      <Box x={12} y={178} width={150} height={48} label="Addresses" detail="203.0.113.7 → …" kind="accent" />
      <Box x={166} y={178} width={130} height={48} label="Ports" detail=":51514 → :443" kind="accent" />
      <Box
        x={300}
        y={178}
        width={328}
        height={48}
        label="Bytes"
        detail="a TLS record, not read"
        kind="dashed"
      />
      <Label x={12} y={256}>
        Chooses a server for the whole connection.
      </Label>

      <Lane x={0} y={286} width={640} height={130} label="Layer 7" />
      <Box x={12} y={320} width={150} height={48} label="Addresses" detail="203.0.113.7 → …" kind="accent" />
      <Box x={166} y={320} width={130} height={48} label="Ports" detail=":51514 → :443" kind="accent" />
      <Box
        x={300}
        y={320}
        width={130}
        height={48}
        label="GET /api/cart"
        detail="method, path"
        kind="accent"
      />
      <Box x={434} y={320} width={116} height={48} label="Host, Cookie" detail="headers" kind="accent" />
      <Box x={554} y={320} width={74} height={48} label="Body" detail="passed on" kind="dashed" />
      <Label x={12} y={398}>
        Ends TLS, then chooses a server for this request.
      </Label>
    </Diagram>
  );
}
