import { Arrow, Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

const eastY = 58;
const westY = 152;

export function TwoHistories() {
  return (
    <Diagram
      width={440}
      height={262}
      title="Two histories after 43 seconds"
      description="Two lanes, east and west, with time from left to right. East leads and the west follows a little behind. The link breaks for 43 seconds. East has accepted a few seconds of writes that never reached the west. West is promoted and accepts writes for about 40 minutes. When the link is back, each side holds writes that the other lacks, and neither can simply follow the other."
    >
      <Lane x={0} y={0} width={440} height={94} label="east" />
      <Lane x={0} y={100} width={440} height={94} label="west" />
      <rect x={20} y={eastY - 12} width={120} height={24} fill="var(--accent-wash)" stroke="var(--accent)" />
      <Label x={80} y={eastY + 5} align="middle">
        leads
      </Label>
      <rect x={140} y={eastY - 12} width={34} height={24} fill="var(--accent)" />
      <Label x={157} y={eastY - 20} align="middle" kind="strong">
        only here: seconds
      </Label>
      <rect
        x={20}
        y={westY - 12}
        width={120}
        height={24}
        fill="var(--paper-raised)"
        stroke="var(--line-strong)"
      />
      <Label x={80} y={westY + 5} align="middle">
        follows
      </Label>
      <rect x={212} y={westY - 12} width={220} height={24} fill="var(--accent)" />
      <Label x={322} y={westY - 20} align="middle" kind="strong">
        only here: 40 minutes
      </Label>
      <Arrow from={[60, eastY + 12]} to={[72, westY - 12]} />
      <Arrow from={[100, eastY + 12]} to={[112, westY - 12]} />
      <line x1={146} x2={146} y1={eastY + 12} y2={106} stroke="var(--failed)" strokeWidth={2} />
      <path d="M140 104l12 12m0-12l-12 12" stroke="var(--failed)" strokeWidth={2.5} />
      <Label x={206} y={westY + 30} align="start" kind="muted">
        promoted
      </Label>
      <line x1={212} x2={212} y1={westY - 12} y2={westY + 16} stroke="var(--ink-muted)" />
      <line x1={146} x2={146} y1={206} y2={216} stroke="var(--ink-strong)" />
      <line x1={196} x2={196} y1={206} y2={216} stroke="var(--ink-strong)" />
      <line x1={146} x2={196} y1={211} y2={211} stroke="var(--ink-strong)" />
      <Label x={171} y={234} align="middle">
        link down, 43 s
      </Label>
      <Label x={432} y={256} align="end" kind="muted">
        time, not to scale
      </Label>
    </Diagram>
  );
}
