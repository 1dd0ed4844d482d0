import 'server-only';
import { describeOwnRuns } from '@/lib/labs/describe-own-runs';
import type { RunCard } from '@/lib/labs/run-card';
import { renderParts, type Part } from '../markdown/render-markdown';
import { mostRuns } from './run-address';
import { runCardHtml } from './run-card-html';
import type { OwnRun } from './store';

/** The runs that a post places: at most so many. */
export const runsIn = (parts: readonly Part[]): string[] =>
  [...new Set(parts.flatMap(({ run }) => run ?? []))].slice(0, mostRuns);

/** A post with its runs as cards, each once and where `cardOf` knows one; the others stay the addresses that were typed. */
export const placeRuns = (parts: readonly Part[], cardOf: (run: string) => RunCard | undefined): string => {
  const left = new Set(runsIn(parts));
  return parts
    .map(({ html, run }) => {
      const card = run !== null && left.delete(run) ? cardOf(run) : undefined;
      return card ? runCardHtml(card) : html;
    })
    .join('');
};

/** Those runs of a text, and `more`, that are its author's own, as they would be shown. */
export const findOwnRuns = async (
  authorId: string,
  body: string,
  more: string | null = null,
): Promise<OwnRun[]> => {
  const placed = runsIn(await renderParts(body));
  return describeOwnRuns(authorId, more === null ? placed : [...placed, more]);
};

/** What a text of this author will look like, runs of their own as cards. */
export const previewPost = async (authorId: string, body: string): Promise<string> => {
  const own = new Map((await findOwnRuns(authorId, body)).map(({ run, card }) => [run, card]));
  return placeRuns(await renderParts(body), (run) => own.get(run));
};
