import 'server-only';
import type { Element, ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { RunCard } from '@/lib/labs/run-card';

const el = (tagName: string, className: string, ...children: (ElementContent | string)[]): Element => ({
  type: 'element',
  tagName,
  properties: className ? { className: [className] } : {},
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});
const withProperties = (element: Element, properties: Properties): Element => ({
  ...element,
  properties: { ...element.properties, ...properties },
});

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const names = { nginx: 'Nginx', haproxy: 'HAProxy' } as const;

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

const lasted = (seconds: number) => {
  if (seconds < 90) return `${seconds} s`;
  return seconds < 90 * 60 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
};

const factsOf = ({ balancer, startedAt, seconds, isOver }: RunCard) => [
  ...(balancer ? [el('span', '', names[balancer])] : []),
  el(
    'span',
    '',
    withProperties(el('time', '', `${moment.format(new Date(startedAt))} UTC`), { dateTime: startedAt }),
  ),
  ...(seconds === null ? [] : [el('span', '', `over ${lasted(seconds)}`)]),
  ...(isOver ? [] : [el('span', '', 'not over yet when this was posted')]),
];

const verdictWords = (isPassed: boolean | null) =>
  isPassed === null ? '– not checked' : isPassed ? '✓ passed' : '✕ not passed';

const taskOf = ({ title, isPassed, evidence, failedRequests }: RunCard['tasks'][number]) =>
  el(
    'li',
    '',
    el('strong', '', title),
    ' ',
    el('span', 'run-verdict', verdictWords(isPassed)),
    ...(evidence ? [el('br', ''), evidence] : []),
    ...(failedRequests === null
      ? []
      : [
          ' ',
          el('span', '', failedRequests === 1 ? '1 failed request.' : `${failedRequests} failed requests.`),
        ]),
  );

const eventsOf = ({ events, leftOut }: RunCard) => {
  const rows = events.map(({ after, text }) => el('li', '', el('span', 'run-time', clock(after)), ' ', text));
  const half = events.length / 2;
  if (leftOut > 0) rows.splice(half, 0, el('li', '', el('em', '', `… ${leftOut} more …`)));
  return rows;
};

/** A run that its owner made public, as a part of a post. Every text in it is a text, whatever it holds. */
export const runCardHtml = (card: RunCard): string =>
  toHtml(
    el(
      'figure',
      'run-card',
      el('figcaption', '', `Lab run: ${card.title}`),
      el('p', 'run-facts', ...factsOf(card)),
      ...(card.tasks.length > 0 ? [el('ul', 'run-tasks', ...card.tasks.map(taskOf))] : []),
      ...(card.events.length > 0
        ? [
            el(
              'details',
              '',
              el('summary', '', 'What happened, by the time since the start'),
              el('ol', 'run-events', ...eventsOf(card)),
            ),
          ]
        : []),
      el('p', '', withProperties(el('a', '', 'Do this lab'), { href: `/labs/${card.scenario}` })),
    ),
  );
