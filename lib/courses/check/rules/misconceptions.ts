import type { Nodes } from 'mdast';
import { elementsNamed, problemAt, textAttribute } from '../lesson-source';
import type { Rule } from '../world';

const title = 'What loses the offer';
const least = 3;

const countItems = (nodes: readonly Nodes[]): number =>
  nodes.reduce((sum, node) => sum + (node.type === 'list' ? node.children.length : 0), 0);

/** What people say that shows the interviewer that they have not understood is said in every lesson. */
export const checkMisconceptions: Rule = (lesson) => {
  const found = elementsNamed(lesson, 'Callout').find((callout) => textAttribute(callout, 'title') === title);
  if (!found) {
    const line = elementsNamed(lesson, 'ModelAnswer')[0]?.line ?? lesson.tree.position?.end.line ?? 1;
    return [
      problemAt(lesson, line, `After the ModelAnswers stands <Callout kind="pitfall" title="${title}">.`),
    ];
  }
  return countItems(found.children) >= least
    ? []
    : [problemAt(lesson, found.line, `"${title}" lists ${least} or more misconceptions.`)];
};
