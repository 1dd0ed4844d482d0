import {
  elementsNamed,
  problemAt,
  textAttribute,
  type LessonElement,
  type LessonSource,
} from '../lesson-source';
import { elementsAmongWords, elementsIn, hasWords } from '../inside';
import type { Rule } from '../world';
import { faultsOfEstimate } from './estimate';
import type { Fault } from './fault';

const checkCount = { least: 4, most: 6 } as const;

type FaultsOf = (check: LessonElement) => Fault[];

const parts = ['Option', 'Step', 'Answer', 'Miss'];

const faultsOfPlace: FaultsOf = (check) =>
  parts.flatMap((name) =>
    elementsAmongWords(check, name).map(({ line }): Fault => [
      line,
      `A ${name} stands on lines of its own, with a blank line between it and other words.`,
    ]),
  );

/** Every `name` inside has a text of its own and an explanation. */
const faultsOfParts = (check: LessonElement, name: string): Fault[] => {
  const seen = new Set<string>();
  return elementsIn(check, name).flatMap((part): Fault[] => {
    const text = textAttribute(part, 'text');
    const faults: Fault[] = [];
    if (text === '') faults.push([part.line, `This ${name} needs text="…".`]);
    else if (seen.has(text)) faults.push([part.line, `Two of these have the text "${text}".`]);
    if (!hasWords(part)) faults.push([part.line, `"${text}" has no explanation.`]);
    seen.add(text);
    return faults;
  });
};

const faultsOfCount = (check: LessonElement, name: string, least: number, most: number): Fault[] => {
  const { length } = elementsIn(check, name);
  return length >= least && length <= most
    ? []
    : [[check.line, `A ${check.name} has ${least} to ${most} ${name}s; this one has ${length}.`]];
};

const faultsOfCorrect = (check: LessonElement, name: string): Fault[] => {
  const { length } = elementsIn(check, name).filter(({ attributes }) => attributes.get('correct') === true);
  return length === 1 ? [] : [[check.line, `Exactly one ${name} is correct; here ${length} are.`]];
};

const faultsOfBlank: FaultsOf = (check) => {
  const gaps = textAttribute(check, 'question').split('___').length - 1;
  const faults: Fault[] = gaps === 1 ? [] : [[check.line, 'The question of a Blank marks one gap with ___.']];
  return [
    ...faults,
    ...faultsOfCorrect(check, 'Answer'),
    ...faultsOfCount(check, 'Answer', 2, 6),
    ...faultsOfParts(check, 'Answer'),
  ];
};

const kinds: Record<string, FaultsOf> = {
  Check: (check) => [
    ...faultsOfCount(check, 'Option', 3, 4),
    ...faultsOfCorrect(check, 'Option'),
    ...faultsOfParts(check, 'Option'),
  ],
  Order: (check) => [...faultsOfCount(check, 'Step', 3, 6), ...faultsOfParts(check, 'Step')],
  Blank: faultsOfBlank,
  Estimate: faultsOfEstimate,
};

const faultsOfNumber = (lesson: LessonSource, checks: readonly LessonElement[]) => {
  const line = checks[0]?.line ?? lesson.tree.position?.end.line ?? 1;
  const problems = [];
  if (checks.length < checkCount.least || checks.length > checkCount.most)
    problems.push(
      problemAt(
        lesson,
        line,
        `A lesson has ${checkCount.least} to ${checkCount.most} checks; this one has ${checks.length}.`,
      ),
    );
  if (new Set(checks.map(({ name }) => name)).size < 2)
    problems.push(
      problemAt(
        lesson,
        line,
        'The checks of a lesson are of two kinds or more: Check, Order, Blank, Estimate.',
      ),
    );
  return problems;
};

/** A lesson asks enough, in more than one way, and explains every answer. */
export const checkChecks: Rule = (lesson) => {
  const checks = elementsNamed(lesson, ...Object.keys(kinds));
  return [
    ...faultsOfNumber(lesson, checks),
    ...checks.flatMap((check) => [
      ...(textAttribute(check, 'question') === ''
        ? [problemAt(lesson, check.line, `This ${check.name} needs question="…".`)]
        : []),
      ...[...(kinds[check.name]?.(check) ?? []), ...faultsOfPlace(check)].map(([line, message]) =>
        problemAt(lesson, line, message),
      ),
    ]),
  ];
};
