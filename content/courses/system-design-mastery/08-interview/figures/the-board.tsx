import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function TheBoard() {
  return (
    <Diagram
      width={440}
      height={396}
      title="A whiteboard in five regions"
      description="A whiteboard for the ticket sale. Top left: what is in and out, and the promises as numbers. Top right: the three results of the estimate. Middle: the path of one request from fan to waiting room, hold service and seats table, with a rate on each arrow. Bottom left: decisions with their reason. Bottom right: questions left open."
    >
      <Lane x={0} y={0} width={214} height={118} label="Promises" />
      <Label x={12} y={42}>
        in: queue, hold, pay
      </Label>
      <Label x={12} y={62} kind="muted">
        out: resale, search
      </Label>
      <Label x={12} y={84}>
        no seat sold twice
      </Label>
      <Label x={12} y={104}>
        hold in 1 s once admitted
      </Label>
      <Lane x={226} y={0} width={214} height={118} label="Results" />
      <Label x={238} y={42}>
        170,000 requests/s: CDN
      </Label>
      <Label x={238} y={64}>
        1,500 commits/s: one server
      </Label>
      <Label x={238} y={86}>
        10 MB: not a subject
      </Label>
      <Lane x={0} y={130} width={440} height={132} label="One request, with rates" />
      <Box x={8} y={182} width={54} height={44} label="Fan" />
      <Box x={108} y={182} width={86} height={44} label="Waiting" detail="room" kind="accent" />
      <Box x={248} y={182} width={58} height={44} label="Holds" />
      <Box x={376} y={182} width={56} height={44} label="Seats" kind="accent" />
      <Arrow from={[62, 204]} to={[108, 204]} label="1 M" />
      <Arrow from={[194, 204]} to={[248, 204]} label="500/s" />
      <Arrow from={[306, 204]} to={[376, 204]} label="1,500/s" />
      <Label x={108} y={248} kind="muted">
        accented: where I go deep
      </Label>
      <Lane x={0} y={274} width={262} height={122} label="Decisions, each with its reason" />
      <Label x={12} y={318}>
        1 admit at 500/s: 30% of the
      </Label>
      <Label x={24} y={336}>
        database, so holds stay fast
      </Label>
      <Label x={12} y={360}>
        2 row lock, not cache: never
      </Label>
      <Label x={24} y={378}>
        sold twice, also in failover
      </Label>
      <Lane x={274} y={274} width={166} height={122} label="Left open" />
      <Label x={286} y={318}>
        payment after expiry
      </Label>
      <Label x={286} y={340}>
        bots in the queue
      </Label>
    </Diagram>
  );
}
