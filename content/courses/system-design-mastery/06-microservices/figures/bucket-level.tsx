import { Diagram, Label } from '@/lib/ui/diagram/diagram';

const capacity = 20;
const stepMs = 100;
const tokensAStep = 1;

/** Requests that arrive in each tenth of a second. */
const arrivalsAt = (step: number) => {
  if (step === 5) return 25;
  if (step === 40) return 20;
  return step >= 12 && step < 30 ? 1 : 0;
};

type Moment = { step: number; before: number; after: number; refused: number };

function simulate(): Moment[] {
  const moments: Moment[] = [];
  let level = capacity;
  for (let step = 0; step <= 50; step += 1) {
    level = Math.min(capacity, level + (step === 0 ? 0 : tokensAStep));
    const passed = Math.min(level, arrivalsAt(step));
    moments.push({ step, before: level, after: level - passed, refused: arrivalsAt(step) - passed });
    level -= passed;
  }
  return moments;
}

const moments = simulate();
const xOf = (step: number) => 40 + step * 7.8;
const yOf = (tokens: number) => 172 - tokens * 6.4;
const curve = moments
  .flatMap(({ step, before, after }) => [`${xOf(step)} ${yOf(before)}`, `${xOf(step)} ${yOf(after)}`])
  .join('L');

export function BucketLevel() {
  return (
    <Diagram
      width={440}
      height={232}
      title="The level of a token bucket"
      description="Capacity 20, ten tokens a second. The bucket is full. At 0.5 s 25 requests arrive: 20 pass, 5 are refused, and the level falls to 0. It rises to 6; from 1.2 to 3 s ten requests a second arrive and all pass, so the level stays. It rises to 17 by 4 s, when 20 arrive: 17 pass and 3 are refused."
    >
      {[0, 10, 20].map((tokens) => (
        <g key={tokens}>
          <line x1={40} x2={432} y1={yOf(tokens)} y2={yOf(tokens)} stroke="var(--line)" />
          <Label x={32} y={yOf(tokens) + 5} align="end" kind="mono">
            {String(tokens)}
          </Label>
        </g>
      ))}
      <path d={`M${curve}L${xOf(50)} ${yOf(0)}L${xOf(0)} ${yOf(0)}Z`} fill="var(--accent-wash)" />
      <path d={`M${curve}`} fill="none" stroke="var(--accent)" strokeWidth={2} />
      <Label x={40} y={18} kind="muted">
        tokens
      </Label>
      <Label x={xOf(5) + 10} y={66}>
        25 come, 5 refused
      </Label>
      <Label x={xOf(21)} y={yOf(8)} align="middle">
        10 a second: all pass
      </Label>
      <Label x={xOf(40) - 10} y={36} align="end">
        20 come, 3 refused
      </Label>
      {moments
        .filter(({ refused }) => refused > 0)
        .map(({ step }) => (
          <path
            key={step}
            d={`M${xOf(step) - 6} ${yOf(0) + 6}l12 12m0 -12l-12 12`}
            stroke="var(--failed)"
            strokeWidth={2}
          />
        ))}
      {[0, 10, 20, 30, 40, 50].map((step) => (
        <Label key={step} x={xOf(step)} y={214} align={step === 50 ? 'end' : 'middle'} kind="mono">
          {step === 50 ? '5 s' : String((step * stepMs) / 1000)}
        </Label>
      ))}
    </Diagram>
  );
}
