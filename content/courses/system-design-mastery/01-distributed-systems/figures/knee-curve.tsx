import { Diagram, Label } from '@/lib/ui/diagram/diagram';

/** What code/knee.js measures at these utilisations, in service times. */
const simulated = {
  one: [
    [0.5, 2.01],
    [0.7, 3.37],
    [0.8, 5.06],
    [0.9, 10.36],
  ],
  sixteen: [
    [0.5, 1],
    [0.7, 1.03],
    [0.8, 1.1],
    [0.9, 1.39],
    [0.97, 3.19],
  ],
} as const;

const left = 40;
const bottom = 272;
const xOf = (utilisation: number) => left + utilisation * 380;
const yOf = (response: number) => bottom - response * 20;
const highest = 12.6;

/** Erlang's formula for one queue before several servers, arrivals and service times at random. */
function responseOf(servers: number, utilisation: number) {
  let inverse = 1;
  for (let count = 1; count <= servers; count++) inverse = 1 + (inverse * count) / (servers * utilisation);
  const blocked = 1 / inverse;
  const waits = blocked / (1 - utilisation * (1 - blocked));
  return 1 + waits / (servers * (1 - utilisation));
}

function curve(servers: number) {
  const points: string[] = [];
  for (let utilisation = 0.01; utilisation < 0.999; utilisation += 0.0025) {
    const response = responseOf(servers, utilisation);
    if (response > highest) break;
    points.push(`${xOf(utilisation).toFixed(1)} ${yOf(response).toFixed(1)}`);
  }
  return `M${points.join('L')}`;
}

export function KneeCurve() {
  return (
    <Diagram
      width={440}
      height={320}
      title="Response time over utilisation"
      description="Two curves of mean response time in service times over utilisation from 0 to 100%. One server: 2 at 50%, 3.3 at 70%, 5 at 80%, 10 at 90%, then almost vertical. Sixteen servers behind one queue stay near 1 until 80%, reach 1.4 at 90% and 3 at 97%, and then rise just as steeply. Dots show simulated values on the curves."
    >
      {[1, 5, 10].map((response) => (
        <g key={response}>
          <line x1={left} x2={428} y1={yOf(response)} y2={yOf(response)} stroke="var(--line)" />
          <Label x={left - 6} y={yOf(response) + 5} align="end" kind="mono">
            {`${response}×`}
          </Label>
        </g>
      ))}
      <line x1={left} x2={428} y1={bottom} y2={bottom} stroke="var(--line-strong)" />
      {[0, 0.5, 0.7, 0.8, 0.9, 1].map((utilisation) => (
        <Label key={utilisation} x={xOf(utilisation)} y={bottom + 20} align="middle" kind="mono">
          {`${utilisation * 100}`}
        </Label>
      ))}
      <Label x={xOf(0.25)} y={bottom + 42} align="middle" kind="muted">
        Utilisation in %
      </Label>
      <line x1={xOf(1)} x2={xOf(1)} y1={14} y2={bottom} stroke="var(--ink-muted)" strokeDasharray="3 3" />
      <path d={curve(1)} fill="none" stroke="var(--accent)" strokeWidth={2.5} />
      <path d={curve(16)} fill="none" stroke="var(--ink-muted)" strokeWidth={2.5} />
      {simulated.one.map(([utilisation, response]) => (
        <circle key={utilisation} cx={xOf(utilisation)} cy={yOf(response)} r={4.5} fill="var(--accent)" />
      ))}
      {simulated.sixteen.map(([utilisation, response]) => (
        <circle key={utilisation} cx={xOf(utilisation)} cy={yOf(response)} r={4.5} fill="var(--ink-muted)" />
      ))}
      <Label x={xOf(0.83)} y={yOf(7.6)} align="end" kind="accent">
        one server
      </Label>
      <Label x={xOf(0.68)} y={yOf(0.3)} align="middle" kind="muted">
        16 servers, one queue
      </Label>
      <Label x={left} y={14} kind="muted">
        Response ÷ service time
      </Label>
    </Diagram>
  );
}
