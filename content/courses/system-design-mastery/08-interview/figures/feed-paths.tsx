import { Arrow, Box, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

export function FeedPaths() {
  return (
    <Diagram
      width={440}
      height={452}
      title="Write path and read path of a news feed, with peak rates"
      description="Write path: an author's post goes to the post service, which stores it and appends it to a log at 3,000 a second. Fan-out workers read the log and the followers of authors with at most 100,000 followers, and add 370,000 entries a second to the feed lists. Posts of larger authors, less than one a second, go from the log straight into a copy in the memory of every feed server. Read path: a reader opens the feed at 60,000 a second; the feed service reads one list, merges 18 local lists and fetches 25 posts."
    >
      <Lane x={0} y={0} width={440} height={236} label="Publish" />
      <Lane x={0} y={248} width={440} height={204} label="Open the feed" />
      <Box x={10} y={34} width={70} height={44} label="Author" />
      <Box x={158} y={34} width={86} height={44} label="Posts" detail="service" />
      <Box x={344} y={34} width={86} height={44} label="Posts" detail="store" />
      <Arrow from={[80, 56]} to={[158, 56]} label="3,000/s" />
      <Arrow from={[244, 56]} to={[344, 56]} label="3,000/s" />
      <Box x={158} y={118} width={86} height={40} label="Log" />
      <Arrow from={[201, 78]} to={[201, 118]} />
      <Box x={344} y={116} width={86} height={44} label="Fan-out" detail="workers" />
      <Arrow from={[244, 138]} to={[344, 138]} label="≤ 100,000" />
      <Arrow from={[158, 138]} to={[124, 296]} via={[[124, 138]]} kind="accent" />
      <Label x={116} y={180} align="end" kind="accent">
        larger authors:
      </Label>
      <Label x={116} y={198} align="end" kind="accent">
        under 1 post/s
      </Label>
      <Arrow from={[387, 160]} to={[387, 296]} />
      <Label x={380} y={218} align="end">
        370,000 entries/s
      </Label>
      <Box x={10} y={296} width={128} height={44} label="Local lists" detail="11,100: 36 MB" kind="accent" />
      <Box x={328} y={296} width={102} height={44} label="Feed lists" detail="300 M, 2.4 TB" />
      <Box x={178} y={296} width={110} height={44} label="Feed" detail="service" />
      <Arrow from={[288, 318]} to={[328, 318]} />
      <Arrow from={[178, 318]} to={[138, 318]} />
      <Label x={308} y={284} align="middle">
        1 list
      </Label>
      <Label x={158} y={284} align="middle">
        18 lists
      </Label>
      <Box x={10} y={392} width={70} height={44} label="Reader" />
      <Arrow from={[80, 414]} to={[206, 340]} via={[[206, 414]]} label="60,000/s" />
      <Box x={328} y={392} width={102} height={44} label="Post cache" />
      <Arrow from={[258, 340]} to={[328, 414]} via={[[258, 414]]} />
      <Label x={268} y={388}>
        25 posts
      </Label>
    </Diagram>
  );
}
