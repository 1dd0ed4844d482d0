import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function LimiterPaths() {
  return (
    <Diagram
      width={440}
      height={372}
      title="Where a request is decided, with peak rates of a region"
      description="100,000 requests a second reach ten gateways of a region. Each gateway decides from its memory: a list of keys that are over their limit, and the leases that it holds. For about 21,000 requests a second it must ask the counters of the region, which takes about a millisecond and is cut off after five. The region in turn takes leases from the key's home region. If the counters do not answer, the gateway decides alone with a share of the limit."
    >
      <Lane x={0} y={0} width={440} height={196} label="Region: 10 gateways" />
      <Box x={10} y={36} width={74} height={44} label="Clients" />
      <Box x={340} y={36} width={90} height={44} label="API" />
      <Lane x={142} y={28} width={150} height={156} label="Gateway, in memory" />
      <Box x={152} y={56} width={130} height={32} label="1 denied until" kind="accent" />
      <Box x={152} y={98} width={130} height={32} label="2 leases" kind="accent" />
      <Box x={152} y={140} width={130} height={32} label="3 alone" kind="dashed" />
      <Arrow from={[84, 58]} to={[142, 58]} />
      <Label x={10} y={100}>
        100,000/s
      </Label>
      <Arrow from={[292, 58]} to={[340, 58]} />
      <Label x={304} y={100}>
        allowed
      </Label>
      <Arrow from={[217, 184]} to={[217, 240]} double />
      <Label x={228} y={216}>
        21,000/s, cut off after 5 ms
      </Label>
      <Box x={142} y={240} width={150} height={44} label="Counters" detail="2 processes" />
      <Arrow from={[217, 284]} to={[217, 322]} double />
      <Label x={228} y={308}>
        leases of 5%, up to 270 ms
      </Label>
      <Box x={142} y={322} width={150} height={44} label="Home region" detail="of the key" />
      <Label x={10} y={216} kind="muted">
        no lease: ask
      </Label>
      <Label x={10} y={234} kind="muted">
        no answer: alone,
      </Label>
      <Label x={10} y={252} kind="muted">
        1/5 of the limit
      </Label>
    </Diagram>
  );
}
