import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function LedgerPaths() {
  return (
    <Diagram
      width={440}
      height={312}
      title="One ledger, an outside world, and a comparison that closes the circle"
      description="The API posts transfers to the ledger, 600 a second at peak; the ledger commits in two zones before it answers. For payments that leave the system an outbox feeds a connector, which calls the bank with a key. Its answer is posted to the ledger. Every night the bank's own report goes to the reconciler, which compares it with the ledger's account for that bank and opens cases for what differs."
    >
      <Lane x={0} y={0} width={250} height={196} label="inside: one transaction" />
      <Lane x={262} y={0} width={178} height={196} label="outside: repeated calls" />
      <Box x={12} y={40} width={70} height={48} label="API" detail="with key" />
      <Arrow from={[82, 64]} to={[128, 64]} label="600/s" />
      <Box x={128} y={40} width={110} height={48} label="Ledger" detail="primary, zone a" kind="accent" />
      <Arrow from={[183, 88]} to={[183, 132]} />
      <Label x={174} y={114} align="end" kind="muted">
        1 ms
      </Label>
      <Box x={128} y={132} width={110} height={48} label="Copy" detail="zone b, in step" />
      <Arrow from={[238, 56]} to={[276, 56]} />
      <Arrow from={[276, 74]} to={[238, 74]} />
      <Box x={276} y={40} width={154} height={48} label="Connector" detail="from the outbox" />
      <Arrow from={[352, 88]} to={[352, 132]} double />
      <Label x={362} y={114}>
        same key
      </Label>
      <Box x={276} y={132} width={154} height={48} label="Bank, cards" />
      <Lane x={0} y={206} width={440} height={106} label="every night" />
      <Box x={128} y={242} width={154} height={48} label="Reconciler" detail="compares line by line" />
      <Arrow from={[352, 180]} via={[[352, 266]]} to={[282, 266]} />
      <Label x={362} y={242} kind="muted">
        report
      </Label>
      <Arrow from={[183, 180]} to={[183, 242]} />
      <Arrow from={[128, 266]} to={[86, 266]} />
      <Label x={44} y={271} align="middle" kind="strong">
        cases
      </Label>
    </Diagram>
  );
}
