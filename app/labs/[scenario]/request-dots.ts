import type { RequestTrace } from '@/labs/protocol/requests';
import { isFailed } from '@/lib/labs/workspace/run-view';
import { wayOf } from './topology-geometry';

/** At most so many requests of a batch are drawn; the rest are in the counts. */
const maxPerBatch = 14;
const travelMs = 520;
const spreadMs = 240;
const svgNamespace = 'http://www.w3.org/2000/svg';

/** Sends a dot along the way of each measured request; failures first, since they are what one looks for. */
export function drawRequests(layer: SVGGElement, traces: readonly RequestTrace[]): void {
  const chosen = [...traces].sort((a, b) => Number(isFailed(b)) - Number(isFailed(a))).slice(0, maxPerBatch);
  chosen.forEach((trace, index) => drawRequest(layer, trace, (index * spreadMs) / chosen.length));
}

function drawRequest(layer: SVGGElement, trace: RequestTrace, delay: number): void {
  const failed = isFailed(trace);
  const dot = document.createElementNS(svgNamespace, failed ? 'path' : 'circle');
  if (failed) dot.setAttribute('d', 'M-4 -4 4 4M4 -4-4 4');
  else dot.setAttribute('r', '3.2');
  dot.style.color = failed ? 'var(--failed)' : `var(--${trace.server ?? 'accent'})`;
  dot.setAttribute(failed ? 'stroke' : 'fill', 'currentColor');
  if (failed) dot.setAttribute('stroke-width', '2.2');
  layer.append(dot);
  const stations = wayOf(trace.server).map(({ x, y }) => ({ transform: `translate(${x}px, ${y}px)` }));
  const animation = dot.animate(stations, { duration: travelMs, delay, easing: 'linear', fill: 'both' });
  const remove = () => dot.remove();
  animation.finished.then(remove, remove);
}
