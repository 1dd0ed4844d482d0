import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function ShortenerPaths() {
  return (
    <Diagram
      width={440}
      height={430}
      title="Three paths of a URL shortener, with peak rates"
      description="Redirect: 30,000 requests a second reach the edge, which answers about 24,000 from its cache and passes 6,000 to the redirect service of a region; that reads a regional cache and, for about 1,200 a second, the link store. Create: 300 requests a second reach the create service, which takes blocks of ids from a counter and writes the link store. Count: the edge ships its log in batches to a replicated log, and an aggregator writes counts by minute."
    >
      <Lane x={0} y={0} width={440} height={180} label="Redirect" />
      <Lane x={0} y={192} width={440} height={110} label="Create" />
      <Box x={10} y={50} width={76} height={44} label="Browser" />
      <Box x={164} y={50} width={86} height={44} label="Edge" detail="80% hits" kind="accent" />
      <Box x={330} y={50} width={100} height={44} label="Redirect" detail="service" />
      <Arrow from={[86, 72]} to={[164, 72]} label="30,000/s" />
      <Arrow from={[250, 72]} to={[330, 72]} label="6,000/s" />
      <Box x={206} y={126} width={86} height={40} label="Cache" />
      <Arrow from={[352, 94]} to={[292, 146]} via={[[352, 146]]} label="6,000/s" />
      <Arrow from={[408, 94]} to={[408, 210]} />
      <Label x={402} y={170} align="end">
        1,200/s
      </Label>
      <Box x={330} y={210} width={100} height={56} label="Links" detail="9 TB, by key" kind="accent" />
      <Box x={10} y={222} width={76} height={44} label="Client" />
      <Box x={164} y={222} width={86} height={44} label="Create" detail="service" />
      <Arrow from={[86, 244]} to={[164, 244]} label="300/s" />
      <Arrow from={[250, 244]} to={[330, 244]} label="300/s" />
      <Label x={10} y={290} kind="muted">
        ids come in blocks of 10,000: one write in 33 s
      </Label>
      <Lane x={0} y={314} width={440} height={116} label="Count" />
      <Box x={10} y={352} width={86} height={44} label="Edge log" detail="3 MB/s" />
      <Box x={164} y={352} width={86} height={44} label="Log" detail="at least once" />
      <Box x={330} y={352} width={100} height={44} label="Counts" detail="by minute" />
      <Arrow from={[96, 374]} to={[164, 374]} label="batches" />
      <Arrow from={[250, 374]} to={[330, 374]} label="sums" />
      <Label x={10} y={420} kind="muted">
        nothing here is awaited by a redirect
      </Label>
    </Diagram>
  );
}
