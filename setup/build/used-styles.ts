import postcss, { AtRule, type Container, type Root, type Rule } from 'postcss';
import parseSelector, { type Selector } from 'postcss-selector-parser';

const isKeyframe = ({ parent }: Rule) => parent instanceof AtRule && parent.name.endsWith('keyframes');

/** The classes that an element needs; what a pseudo-class lists (`:not(.a)`, `:is(.a, .b)`) are alternatives and not asked for. */
const classesOf = (selector: Selector): string[] =>
  selector.nodes.flatMap((node) => (node.type === 'class' ? [node.value] : []));

/**
 * The rules of a stylesheet that can apply to a page with these classes, in their order; rules without a class are kept. It
 * asks for classes alone: an attribute may be set before the page is painted.
 * @throws CssSyntaxError when it is no CSS
 */
export const usedStyles = (css: string, classes: ReadonlySet<string>): string => {
  const root: Root = postcss.parse(css);
  root.walkRules((rule) => {
    if (isKeyframe(rule)) return;
    const used = parseSelector()
      .astSync(rule.selector)
      .nodes.filter((selector) => classesOf(selector).every((name) => classes.has(name)));
    if (used.length === 0) rule.remove();
    else rule.selector = used.map(String).join(',');
  });
  const dropEmpty = (container: Container) =>
    container.each((node) => {
      if (node.type !== 'atrule' || !node.nodes) return;
      dropEmpty(node);
      if (node.nodes.length === 0) node.remove();
    });
  dropEmpty(root);
  return root.toString();
};

/**
 * A stylesheet without its fonts. A face that is declared once more is loaded once more in the eyes of a browser, and text that
 * was set without an `optional` face, because it came late, would be set again.
 * @throws CssSyntaxError when it is no CSS
 */
export const withoutFaces = (css: string): string => {
  const root = postcss.parse(css);
  root.walkAtRules('font-face', (face) => {
    face.remove();
  });
  return root.toString();
};
