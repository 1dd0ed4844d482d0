import { slug } from 'github-slugger';
import { problemAt } from '../lesson-source';
import { anchorsOf } from '../anchors';
import type { Rule } from '../world';

const required = ['Interview mastery', 'Check yourself', 'Further reading'];

/** Headings go down one level at a time, and the sections that every lesson has are there. */
export const checkHeadings: Rule = (lesson) => {
  const problems = [];
  let depth = 1;
  for (const heading of lesson.headings) {
    if (heading.depth === 1)
      problems.push(problemAt(lesson, heading.line, 'The page shows the title: sections begin with "##".'));
    else if (heading.depth > depth + 1)
      problems.push(
        problemAt(
          lesson,
          heading.line,
          `"${heading.text}" skips a level: "${'#'.repeat(depth + 1)}" comes next.`,
        ),
      );
    depth = heading.depth;
  }
  const sections = lesson.headings.filter((heading) => heading.depth === 2).map(({ text }) => text);
  const last = lesson.tree.position?.end.line ?? 1;
  for (const name of required)
    if (!sections.includes(name))
      problems.push(problemAt(lesson, last, `The section "## ${name}" is missing.`));
  return problems;
};

/** Headings, checks and model answers share the page's ids. */
export const checkIds: Rule = (lesson) => {
  const first = new Map<string, number>();
  return anchorsOf(lesson).flatMap(({ words, line }) => {
    const id = slug(words);
    const before = first.get(id);
    first.set(id, before ?? line);
    if (before === undefined) return [];
    return [
      problemAt(
        lesson,
        line,
        `The id "${id}" is taken by line ${before}: word this heading or question differently.`,
      ),
    ];
  });
};
