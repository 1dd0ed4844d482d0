import { Arrow, Box, Diagram, Label } from '@/lib/ui/diagram/diagram';

const phone = 70;
const server = 300;

export function LostAnswer() {
  return (
    <Diagram
      width={440}
      height={352}
      title="A payment, a lost answer, a retry"
      description="Time runs downwards. The phone sends POST with key k81. The server stores the key, takes the payment and commits both. Its answer is lost. After ten seconds the phone sends the same request with the same key. The server finds the key and sends the stored answer; there is one payment."
    >
      <Box x={phone - 60} y={2} width={120} height={28} label="phone" />
      <Box x={server - 60} y={2} width={120} height={28} label="server" />
      <line x1={phone} x2={phone} y1={30} y2={330} stroke="var(--line-strong)" />
      <line x1={server} x2={server} y1={30} y2={330} stroke="var(--line-strong)" />

      <Arrow from={[phone, 62]} to={[server, 74]} label="POST, key k81" />
      <Box
        x={server - 10}
        y={82}
        width={146}
        height={44}
        label="key + payment"
        detail="one commit"
        kind="accent"
      />
      <path d={`M${server} 142L186 152`} stroke="var(--failed)" strokeWidth={1.8} fill="none" />
      <path d="M174 145l12 14m0 -14l-12 14" stroke="var(--failed)" strokeWidth={2.2} />
      <Label x={100} y={160} kind="muted">
        lost
      </Label>
      <path d={`M${phone - 8} 66h-8v148h8`} stroke="var(--ink-muted)" fill="none" />
      <Label x={phone - 22} y={145} align="end" kind="mono">
        10 s
      </Label>
      <Arrow from={[phone, 220]} to={[server, 232]} label="POST, key k81, again" />
      <Box
        x={server - 10}
        y={240}
        width={146}
        height={44}
        label="key is known"
        detail="stored answer"
        kind="dashed"
      />
      <Arrow from={[server, 298]} to={[phone, 310]} kind="accent" label="201, payment 1" />
      <Label x={phone} y={348} align="middle" kind="strong">
        one payment
      </Label>
    </Diagram>
  );
}
