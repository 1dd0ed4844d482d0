import { enhanceBlank } from './blank';
import { enhanceChoice } from './choice';
import { enhanceCode } from './copy-code';
import { enhanceEstimate } from './estimate';
import { enhanceOrder } from './order';

export { dismissDefinitions } from './dismiss-definitions';

const enhancers = new Map([
  ['choice', enhanceChoice],
  ['order', enhanceOrder],
  ['blank', enhanceBlank],
  ['estimate', enhanceEstimate],
]);

/** Makes a check answerable, or a block of code copyable. Does so once. */
export const enhance = (element: HTMLElement) => {
  if (element.dataset.ready !== undefined) return;
  element.dataset.ready = '';
  const kind = element.dataset.check;
  if (kind === undefined) enhanceCode(element);
  else enhancers.get(kind)?.(element);
};
