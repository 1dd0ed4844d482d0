import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function ChatPaths() {
  return (
    <Diagram
      width={440}
      height={390}
      title="A message from one phone to another, with peak rates"
      description="A phone sends a message over its open connection to one of 16 gateways, each with 62,500 connections. The gateway calls the message service, 12,000 times a second in all. The service commits to one of 8 shards by conversation, and only then looks up in the registry which gateways hold the members' devices and hands the message to them, 36,000 times a second. A device that is not connected gets a push notification and fetches from the store when it returns."
    >
      <Lane x={0} y={0} width={440} height={100} label="Gateways: 16, with 62,500 connections each" />
      <Box x={10} y={38} width={66} height={44} label="Ann" detail="phone" />
      <Box x={140} y={38} width={66} height={44} label="GW 3" />
      <Box x={236} y={38} width={66} height={44} label="GW 11" />
      <Box x={364} y={38} width={66} height={44} label="Bob" detail="phone" />
      <Arrow from={[76, 60]} to={[140, 60]} label="1 send" />
      <Arrow from={[302, 60]} to={[364, 60]} label="5 push" />
      <Box x={140} y={166} width={162} height={48} label="Message service" detail="no state" kind="accent" />
      <Arrow from={[173, 82]} to={[173, 166]} />
      <Label x={166} y={130} align="end">
        12,000/s
      </Label>
      <Arrow from={[269, 166]} to={[269, 82]} />
      <Label x={276} y={130}>
        4 hand over: 36,000/s
      </Label>
      <Box
        x={10}
        y={306}
        width={170}
        height={56}
        label="Messages"
        detail="8 shards, 44 TB/year"
        kind="accent"
      />
      <Box x={262} y={306} width={168} height={56} label="Registry" detail="user → gateways" />
      <Arrow
        from={[173, 214]}
        to={[120, 306]}
        via={[
          [173, 260],
          [120, 260],
        ]}
      />
      <Label x={112} y={252} align="end">
        2 commit
      </Label>
      <Arrow
        from={[269, 214]}
        to={[340, 306]}
        via={[
          [269, 260],
          [340, 260],
        ]}
      />
      <Label x={282} y={252}>
        3 look up
      </Label>
      <Label x={10} y={382} kind="muted">
        the truth
      </Label>
      <Label x={262} y={382} kind="muted">
        a hint that expires
      </Label>
    </Diagram>
  );
}
