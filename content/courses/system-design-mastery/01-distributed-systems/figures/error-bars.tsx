import { Diagram, Label } from '@/lib/ui/diagram/diagram';

type Bar = { label: string; factor: number; kind: 'input' | 'result' | 'accent' };

const inputs: readonly Bar[] = [
  { label: 'Users', factor: 1.3, kind: 'input' },
  { label: 'Views a user', factor: 2, kind: 'input' },
  { label: 'Peak factor', factor: 1.5, kind: 'input' },
  { label: 'CPU a request', factor: 3, kind: 'input' },
];

const results: readonly Bar[] = [
  { label: 'All wrong at once', factor: 11.7, kind: 'input' },
  { label: 'Combined', factor: 4, kind: 'result' },
  { label: 'CPU measured', factor: 2.3, kind: 'accent' },
];

const centre = 270;
const reach = (factor: number) => Math.log10(factor) * 100;
const fills = { input: 'var(--line-strong)', result: 'var(--ink-muted)', accent: 'var(--accent)' };

function Rows({ top, bars }: { top: number; bars: readonly Bar[] }) {
  return bars.map((bar, index) => {
    const y = top + index * 30;
    return (
      <g key={bar.label}>
        <Label x={2} y={y + 5} kind={bar.kind === 'accent' ? 'accent' : 'plain'}>
          {bar.label}
        </Label>
        <rect
          x={centre - reach(bar.factor)}
          y={y - 7}
          width={2 * reach(bar.factor)}
          height={14}
          fill={fills[bar.kind]}
        />
        <Label x={centre + reach(bar.factor) + 6} y={y + 5} kind="mono">
          {`×${bar.factor}`}
        </Label>
      </g>
    );
  });
}

export function ErrorBars() {
  return (
    <Diagram
      width={440}
      height={278}
      title="How errors of inputs combine"
      description="Bars on a logarithmic axis around the estimate. Four inputs may be off by factors of 1.3, 2, 1.5 and 3. If all were wrong in the same direction the result would be off by 11.7. Combined as independent errors it is off by 4. With the CPU of a request measured, 2.3 is left."
    >
      <line x1={centre} x2={centre} y1={8} y2={240} stroke="var(--ink-muted)" strokeDasharray="3 3" />
      <Rows top={20} bars={inputs} />
      <line x1={2} x2={438} y1={134} y2={134} stroke="var(--line)" />
      <Rows top={158} bars={results} />
      {[0.1, 0.3, 1, 3, 10].map((factor) => (
        <Label key={factor} x={centre + Math.log10(factor) * 100} y={266} align="middle" kind="mono">
          {factor === 1 ? 'estimate' : `${factor}×`}
        </Label>
      ))}
    </Diagram>
  );
}
