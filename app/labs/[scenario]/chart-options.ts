import type UPlot from 'uplot';
import type { Options, Series } from 'uplot';
import type { ChartKind } from './chart-data';

/** A token's colour as the canvas takes it, in the theme that is in force. */
function colourOf(element: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${token})`;
  element.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

export function chartOptions(kind: ChartKind, element: HTMLElement, width: number, height: number): Options {
  const colour = (token: string) => colourOf(element, token);
  const line = (label: string, token: string, dash?: number[]): Series => ({
    label,
    stroke: colour(token),
    width: 1.6,
    points: { show: false },
    ...(dash === undefined ? {} : { dash }),
  });
  const axis = {
    stroke: colour('ink-muted'),
    grid: { stroke: colour('line'), width: 1 },
    ticks: { show: false },
    font: `11px ${getComputedStyle(element).fontFamily}`,
  };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [6, 26, 0, 0],
    scales: {
      x: { time: true, range: (_chart, _min, max) => [max - 60, max] },
      y: { range: (_chart, _min, max) => [0, Math.max(kind === 'rate' ? 5 : 10, max * 1.1)] },
    },
    axes: [
      { ...axis, size: 22, space: 80, values: (chart, splits) => splits.map(momentsOf(chart)) },
      { ...axis, size: 44, values: (_chart, splits) => splits.map((value) => String(value)) },
    ],
    series:
      kind === 'rate'
        ? [
            {},
            line('app1', 'app1'),
            line('app2', 'app2', [7, 3]),
            line('app3', 'app3', [2, 3]),
            { ...line('failed', 'failed'), width: 2.2 },
          ]
        : [{}, line('p50', 'ink'), line('p99', 'ink-muted', [5, 3])],
  };
}

/** Before the first number an axis of time says nothing. */
const momentsOf = ({ data }: UPlot) => (data[0].length > 0 ? clock : () => '');

/** The learner's own clock, to the second. */
const clock = (seconds: number) => new Date(seconds * 1000).toLocaleTimeString([], { hour12: false });
