import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function SuggestPaths() {
  return (
    <Diagram
      width={440}
      height={290}
      title="A fast path for keystrokes and a slow one for what people search"
      description="Above, a keystroke goes from the client to an edge cache, which answers half of them, and to one of six replicas with the whole index in memory, 45,000 a second. Below, finished searches go to a log; a stream job counts them by minute and sends 1.4 megabytes of changes a minute to every replica. A list of blocked queries reaches replicas the same way. A snapshot is made once a day."
    >
      <Lane x={0} y={0} width={440} height={112} label="Keystrokes: 90,000/s at peak" />
      <Box x={10} y={42} width={84} height={48} label="Client" detail="waits 50 ms" />
      <Arrow from={[94, 66]} to={[168, 66]} label="prefix" />
      <Box x={168} y={42} width={92} height={48} label="Edge" detail="60 s, half" />
      <Arrow from={[260, 66]} to={[322, 66]} label="45,000" />
      <Box x={322} y={42} width={108} height={48} label="6 replicas" detail="all in memory" kind="accent" />
      <Lane x={0} y={122} width={440} height={168} />
      <Arrow from={[52, 90]} to={[52, 166]} />
      <Label x={62} y={148} kind="muted">
        finished searches: 15,000/s at peak
      </Label>
      <Box x={10} y={166} width={84} height={44} label="Log" />
      <Arrow from={[94, 188]} to={[140, 188]} />
      <Box x={140} y={166} width={132} height={44} label="Count a minute" detail="distinct people" />
      <Arrow from={[272, 188]} via={[[376, 188]]} to={[376, 90]} />
      <Label x={282} y={180}>
        1.4 MB/min
      </Label>
      <Box x={140} y={234} width={132} height={40} label="Blocked queries" />
      <Arrow from={[272, 254]} via={[[402, 254]]} to={[402, 90]} />
      <Label x={282} y={246}>
        at once
      </Label>
    </Diagram>
  );
}
