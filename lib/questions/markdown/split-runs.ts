import type { Element, ElementContent, Root, RootContent } from 'hast';
import { runIdOf } from '../runs/run-address';

/** A stretch of a post, or a line of it that is the address of a lab run and nothing else. */
export type Piece =
  { kind: 'nodes'; nodes: RootContent[] } | { kind: 'run'; run: string; nodes: RootContent[] };

type Line = ElementContent[];

const text = (value: string): ElementContent => ({ type: 'text', value });

/** A paragraph's lines: it is broken by line feeds in its own text and by `br`. */
const linesOf = (paragraph: Element): Line[] => {
  const lines: Line[] = [[]];
  for (const child of paragraph.children) {
    if (child.type === 'element' && child.tagName === 'br') lines.push([]);
    else if (child.type !== 'text') lines.at(-1)?.push(child);
    else
      child.value.split('\n').forEach((part, at) => {
        if (at > 0) lines.push([]);
        if (part !== '') lines.at(-1)?.push(text(part));
      });
  }
  return lines;
};

const isBlank = (node: ElementContent) => node.type === 'text' && node.value.trim() === '';

/** The run that a line consists of: its bare address, as a link or as text. */
const runOf = (line: Line, site: string): string | null => {
  const [only, more] = line.filter((node) => !isBlank(node));
  if (!only || more) return null;
  if (only.type === 'text') return runIdOf(only.value, site);
  if (only.type !== 'element' || only.tagName !== 'a') return null;
  const [word, other] = only.children;
  const { href } = only.properties;
  const isBare = word?.type === 'text' && !other && typeof href === 'string' && word.value === href;
  return isBare ? runIdOf(href, site) : null;
};

const paragraph = (lines: Line[]): RootContent[] => {
  const children = lines.flatMap((line, at) => (at === 0 ? line : [text('\n'), ...line]));
  return children.every(isBlank) ? [] : [{ type: 'element', tagName: 'p', properties: {}, children }];
};

/** Takes a post apart where a paragraph of its own has a run's address alone on a line. */
export const splitRuns = (tree: Root, site: string): Piece[] => {
  const pieces: Piece[] = [];
  const add = (nodes: RootContent[]) => {
    const last = pieces.at(-1);
    if (last?.kind === 'nodes') last.nodes.push(...nodes);
    else if (nodes.length > 0) pieces.push({ kind: 'nodes', nodes: [...nodes] });
  };
  for (const node of tree.children) {
    const lines = node.type === 'element' && node.tagName === 'p' ? linesOf(node) : [];
    const runs = lines.map((line) => runOf(line, site));
    if (runs.every((run) => run === null)) {
      add([node]);
      continue;
    }
    let before: Line[] = [];
    lines.forEach((line, at) => {
      const run = runs[at] ?? null;
      if (run === null) return void before.push(line);
      add(paragraph(before));
      before = [];
      pieces.push({ kind: 'run', run, nodes: paragraph([line]) });
    });
    add(paragraph(before));
  }
  return pieces;
};
