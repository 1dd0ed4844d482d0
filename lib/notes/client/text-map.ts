import type { Stretch } from '../quote';

/** What is not a part of the lesson's words: marks, buttons, definitions, drawings, and checks, which change as one answers. */
const left = '.heading-anchor, button, [role=tooltip], svg, [data-check], [data-no-notes]';
const blocks = 'p, li, td, th, h2, h3, h4, pre, dt, dd, figcaption, blockquote, summary, div, section';
const boxes = 'ul, ol, dl, table, thead, tbody, tr, figure, details, article';

type Piece = { node: Text; start: number; end: number };

/** The words of a lesson as one text, and the way from a stretch of it to the page and back. */
export type TextMap = {
  readonly text: string;
  rangeOf(stretch: Stretch): Range | null;
  /** The words inside of a range, without blanks at its ends. Null when there are none. */
  stretchOf(range: Range): Stretch | null;
};

/** Line breaks count as blanks of the same length, so a paragraph that was wrapped anew reads the same. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

const isInline = (node: Node | null) =>
  node instanceof CharacterData || (node instanceof Element && !node.matches(`${blocks}, ${boxes}`));

/** Blanks between blocks come from how the page is written; those between words and between lines of code are words of the lesson. */
const isLayout = (node: Text, isCode: boolean) =>
  node.data.trim() === '' && !isCode && !(isInline(node.previousSibling) && isInline(node.nextSibling));

const collect = (root: Element) => {
  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(left) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let text = '';
  let block: Element | null | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const own = node.parentElement?.closest(blocks);
    const isCode = own?.matches('pre') ?? false;
    if (isLayout(node, isCode)) continue;
    if (block && own !== block) text += '\n';
    block = own;
    pieces.push({ node, start: text.length, end: text.length + node.data.length });
    text += isCode ? node.data : plain(node.data);
  }
  return { pieces, text };
};

export const mapText = (root: Element): TextMap => {
  const { pieces, text } = collect(root);
  return {
    text,
    rangeOf({ start, end }) {
      const first = pieces.find((piece) => piece.end > start);
      const last = pieces.findLast((piece) => piece.start < end);
      if (!first || !last || first.start >= end) return null;
      const range = document.createRange();
      range.setStart(first.node, Math.max(0, start - first.start));
      range.setEnd(last.node, Math.min(last.node.data.length, end - last.start));
      return range;
    },
    stretchOf(range) {
      const inside = pieces.filter(({ node }) => range.intersectsNode(node));
      const [first, last] = [inside[0], inside.at(-1)];
      if (!first || !last) return null;
      const start = first.start + (first.node === range.startContainer ? range.startOffset : 0);
      const end = last.node === range.endContainer ? last.start + range.endOffset : last.end;
      const words = text.slice(start, end);
      const stretch = {
        start: start + words.length - words.trimStart().length,
        end: end - (words.length - words.trimEnd().length),
      };
      return stretch.end > stretch.start ? stretch : null;
    },
  };
};
