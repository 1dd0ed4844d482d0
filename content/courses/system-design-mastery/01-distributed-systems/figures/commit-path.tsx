import { Arrow, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

type Follower = { place: string; answerMs: number };
type Group = { label: string; followers: readonly [Follower, Follower]; msWidth: number; unit: string };

const zones: Group = {
  label: 'Three zones of one region',
  followers: [
    { place: 'Zone b', answerMs: 1.1 },
    { place: 'Zone c', answerMs: 1.3 },
  ],
  msWidth: 200,
  unit: 'ms',
};

const regions: Group = {
  label: 'Three regions, leader in the US east',
  followers: [
    { place: 'US west', answerMs: 65 },
    { place: 'Europe', answerMs: 80 },
  ],
  msWidth: 3.6,
  unit: 'ms',
};

const left = 84;

function Commit({ top, group }: { top: number; group: Group }) {
  const xOf = (ms: number) => left + ms * group.msWidth;
  const leader = top + 46;
  const [near, far] = group.followers;
  const rows = [
    { follower: near, y: top + 84 },
    { follower: far, y: top + 118 },
  ];
  return (
    <>
      <Lane x={0} y={top} width={440} height={136} label={group.label} />
      <Label x={10} y={leader + 5} kind="strong">
        Leader
      </Label>
      <line x1={left} x2={432} y1={leader} y2={leader} stroke="var(--line-strong)" />
      {rows.map(({ follower, y }) => (
        <g key={follower.place}>
          <Label x={10} y={y + 5}>
            {follower.place}
          </Label>
          <line x1={left} x2={432} y1={y} y2={y} stroke="var(--line)" />
          <Arrow
            from={[left, leader]}
            to={[xOf(follower.answerMs), leader]}
            via={[[xOf(follower.answerMs / 2), y]]}
            kind={follower === near ? 'accent' : 'dashed'}
          />
        </g>
      ))}
      <circle cx={xOf(near.answerMs)} cy={leader} r={5} fill="var(--accent)" />
      <Label x={xOf(near.answerMs) + 4} y={leader - 10} align="middle" kind="accent">
        {`committed at ${near.answerMs} ${group.unit}`}
      </Label>
    </>
  );
}

export function CommitPath() {
  return (
    <Diagram
      width={440}
      height={284}
      title="When a write is committed"
      description="Two timelines of one write to a group of three. The leader sends it to both followers and commits when the first of them has answered, since leader and one follower are a majority. In three zones of a region that is after 1.1 milliseconds. With the leader in the US east and followers in the US west and Europe it is after 65 milliseconds, and the answer from Europe after 80 is not waited for."
    >
      <Commit top={0} group={zones} />
      <Commit top={146} group={regions} />
    </Diagram>
  );
}
