import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function VideoPaths() {
  return (
    <Diagram
      width={440}
      height={316}
      title="The path of an upload and the path of a view"
      description="Upload: the uploader puts parts directly into the object store; a queue hands chunks to about 3,500 transcoding cores, which write segments back into the object store. View: the player asks an edge cache for a segment, 104,000 a second in total; 5 percent go on to a shield, which asks the object store for about 1 percent. The API gives out only the addresses, about 900 times a second at peak."
    >
      <Lane x={0} y={0} width={440} height={130} label="Upload: 30 TB a day" />
      <Lane x={0} y={140} width={440} height={176} label="View" />
      <Box x={10} y={40} width={84} height={48} label="Uploader" />
      <Arrow from={[94, 64]} to={[164, 64]} label="parts" />
      <Box x={164} y={40} width={100} height={48} label="Originals" detail="object store" />
      <Arrow from={[264, 64]} to={[332, 64]} label="chunks" />
      <Box x={332} y={40} width={98} height={48} label="Transcode" detail="3,500 cores" />
      <Arrow from={[381, 88]} to={[381, 166]} />
      <Label x={372} y={114} align="end" kind="muted">
        segments
      </Label>
      <Box x={332} y={166} width={98} height={48} label="Segments" detail="object store" />
      <Arrow from={[332, 190]} to={[272, 190]} label="1%" />
      <Box x={196} y={166} width={76} height={48} label="Shield" detail="1 a region" />
      <Arrow from={[196, 190]} to={[136, 190]} label="5%" />
      <Box x={66} y={166} width={70} height={48} label="Edge" detail="40 places" kind="accent" />
      <Arrow from={[101, 214]} to={[101, 258]} />
      <Label x={112} y={242} kind="strong">
        1.9 Tbit/s, 104,000 segments/s
      </Label>
      <Box x={66} y={258} width={70} height={42} label="Player" />
      <Arrow from={[196, 279]} to={[136, 279]} />
      <Box x={196} y={258} width={76} height={42} label="API" />
      <Label x={282} y={284} kind="muted">
        where to look: 900/s
      </Label>
    </Diagram>
  );
}
