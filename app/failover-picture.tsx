import { Arrow, Box, Diagram, Label } from '@/lib/ui/diagram/diagram';

/** What the failover lab is about: one of three servers dies, and a request that was on its way fails. */
export const FailoverPicture = () => (
  <figure>
    <Diagram
      width={620}
      height={330}
      title="A load balancer with a dead server"
      description="Clients send requests to a balancer on port 80. It forwards them to app1 and app3, which answer 200. The request that it forwards to app2 fails with 502, because app2 has crashed."
    >
      <Box x={8} y={134} width={104} height={56} label="Clients" detail="120 req/s" />
      <Box x={212} y={126} width={124} height={72} label="Balancer" detail="nginx :80" kind="accent" />
      <Arrow from={[112, 162]} to={[212, 162]} label="GET /" />
      <Arrow
        from={[336, 148]}
        to={[472, 56]}
        via={[
          [392, 148],
          [392, 56],
        ]}
        kind="app1"
      />
      <Arrow from={[336, 162]} to={[472, 162]} kind="failed" />
      <Arrow
        from={[336, 176]}
        to={[472, 268]}
        via={[
          [392, 176],
          [392, 268],
        ]}
        kind="app3"
      />
      <Box x={472} y={26} width={140} height={60} label="app1" detail="200 · 4 ms" kind="app1" />
      <Box x={472} y={132} width={140} height={60} label="app2" detail="crashed" kind="failed" />
      <Box x={472} y={238} width={140} height={60} label="app3" detail="200 · 4 ms" kind="app3" />
      <Label x={404} y={152} kind="mono">
        502
      </Label>
    </Diagram>
    <figcaption className="visually-hidden">An illustration, not a measurement.</figcaption>
  </figure>
);
