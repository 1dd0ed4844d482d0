import { Diagram, Label, Lane } from '@/lib/ui/diagram/diagram';

type Span = { from: number; to: number };
type Death = {
  label: string;
  /** What the first unlucky request goes through, in seconds after the fault. */
  request: { sent: number; answered: number; note: string };
  checks: readonly Span[];
  outAt: number;
};

const crash: Death = {
  label: 'app2 crashes: its kernel refuses',
  request: { sent: 0.1, answered: 0.1, note: 'refused at once, then app3' },
  checks: [
    { from: 0.25, to: 0.25 },
    { from: 0.75, to: 0.75 },
  ],
  outAt: 0.75,
};

const hang: Death = {
  label: 'app2 hangs: its kernel accepts, nothing answers',
  request: { sent: 0.1, answered: 1.1, note: '1 s lost, then app3' },
  checks: [
    { from: 0.25, to: 0.75 },
    { from: 1.25, to: 1.75 },
  ],
  outAt: 1.75,
};

const end = 2.2;
const xOf = (seconds: number) => 66 + seconds * 167;

function Row({ y, label }: { y: number; label: string }) {
  return (
    <>
      <Label x={8} y={y + 5} kind="muted">
        {label}
      </Label>
      <line x1={xOf(0)} x2={xOf(end)} y1={y} y2={y} stroke="var(--line)" />
    </>
  );
}

function Timeline({ top, death }: { top: number; death: Death }) {
  const { request, checks, outAt } = death;
  const [requestY, checkY, serverY] = [top + 58, top + 98, top + 138];
  const isInstant = request.answered === request.sent;
  return (
    <>
      <Lane x={0} y={top} width={440} height={164} label={death.label} />
      <line
        x1={xOf(0)}
        x2={xOf(0)}
        y1={top + 34}
        y2={top + 156}
        stroke="var(--ink-muted)"
        strokeDasharray="3 3"
      />
      <Row y={requestY} label="A GET" />
      {!isInstant && (
        <rect
          x={xOf(request.sent)}
          y={requestY - 8}
          width={xOf(request.answered) - xOf(request.sent)}
          height={16}
          fill="var(--app2-wash)"
          stroke="var(--app2)"
          strokeDasharray="4 3"
        />
      )}
      <path
        d={`M ${xOf(request.sent)} ${requestY - 9} l 9 16 h -18 z`}
        fill="var(--paper)"
        stroke="var(--app2)"
        strokeWidth={2}
      />
      <rect
        x={xOf(request.answered) + (isInstant ? 14 : -7)}
        y={requestY - 7}
        width={14}
        height={14}
        fill="var(--app3)"
      />
      <Label x={xOf(request.answered) + (isInstant ? 34 : 12)} y={requestY - 10}>
        {request.note}
      </Label>
      <Row y={checkY} label="Checks" />
      {checks.map((check) => (
        <rect
          key={check.from}
          x={xOf(check.from)}
          y={checkY - 5}
          width={Math.max(2, xOf(check.to) - xOf(check.from))}
          height={10}
          fill="var(--paper)"
          stroke="var(--ink-muted)"
        />
      ))}
      {checks.map((check) => (
        <path
          key={check.to}
          d={`M ${xOf(check.to) - 5} ${checkY - 5} l 10 10 m 0 -10 l -10 10`}
          stroke="var(--ink-strong)"
          strokeWidth={2}
        />
      ))}
      <Label x={xOf(outAt)} y={checkY - 12} align="middle" kind="muted">
        2nd failure
      </Label>
      <Row y={serverY} label="app2" />
      <rect
        x={xOf(0)}
        y={serverY - 8}
        width={xOf(outAt) - xOf(0)}
        height={16}
        fill="var(--app2-wash)"
        stroke="var(--app2)"
      />
      <Label x={xOf(0) + 8} y={serverY + 5}>
        still chosen
      </Label>
      <Label x={xOf(outAt) + 8} y={serverY - 6} kind="muted">
        out
      </Label>
    </>
  );
}

export function DyingServer() {
  return (
    <Diagram
      width={440}
      height={376}
      title="A crash and a hang, second by second"
      description="Two timelines after app2 dies at second 0. Crash: a GET sent to app2 is refused at once and answered by app3; the checks at 0.25 and 0.75 s fail at once, and app2 leaves the rotation at 0.75 s. Hang: a GET sent to app2 waits for the server timeout of 1 s before app3 answers; each check needs 0.5 s to time out, and app2 leaves the rotation at 1.75 s. Until then every third request is sent to it."
    >
      <Timeline top={0} death={crash} />
      <Timeline top={174} death={hang} />
      {[0, 0.5, 1, 1.5, 2].map((seconds) => (
        <Label key={seconds} x={xOf(seconds)} y={364} align={seconds === 0 ? 'start' : 'middle'} kind="mono">
          {`${seconds} s`}
        </Label>
      ))}
    </Diagram>
  );
}
