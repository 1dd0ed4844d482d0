import { elementsNamed, problemAt, textAttribute, type LessonElement } from '../lesson-source';
import { elementsIn, hasWords } from '../inside';
import type { Rule } from '../world';
import type { Fault } from './fault';

const answerCount = { least: 3, most: 6 } as const;
const wanted = ['Mid', 'Senior', 'Staff'];
const levelNames = ['Junior', ...wanted];

const faultsOfLevels = (answer: LessonElement): Fault[] => {
  const levels = elementsIn(answer, 'Level');
  const names = levels.map((level) => textAttribute(level, 'name'));
  return [
    ...wanted
      .filter((name) => !names.includes(name))
      .map((name): Fault => [answer.line, `This ModelAnswer has no answer at the level ${name}.`]),
    ...levels.flatMap((level, index): Fault[] => {
      const name = names[index] ?? '';
      if (!levelNames.includes(name))
        return [[level.line, `A Level is named ${levelNames.join(', ')}; this one "${name}".`]];
      if (names.indexOf(name) !== index)
        return [[level.line, `This ModelAnswer has the level ${name} twice.`]];
      return hasWords(level) ? [] : [[level.line, `The level ${name} says nothing.`]];
    }),
  ];
};

const faultsOfFollowUps = (answer: LessonElement): Fault[] => {
  const followUps = elementsIn(answer, 'FollowUp');
  if (followUps.length === 0) return [[answer.line, 'This ModelAnswer has no FollowUp.']];
  return followUps
    .filter((one) => textAttribute(one, 'question') === '' || !hasWords(one))
    .map(({ line }) => [line, 'A FollowUp has question="…" and an answer.']);
};

/** The interview part has its questions, and each is answered at every level. */
export const checkInterview: Rule = (lesson) => {
  const answers = elementsNamed(lesson, 'ModelAnswer');
  const { least, most } = answerCount;
  const line = answers[0]?.line ?? lesson.tree.position?.end.line ?? 1;
  const count =
    answers.length >= least && answers.length <= most
      ? []
      : [
          problemAt(
            lesson,
            line,
            `A lesson has ${least} to ${most} ModelAnswers; this one has ${answers.length}.`,
          ),
        ];
  return [
    ...count,
    ...answers.flatMap((answer) => [
      ...(textAttribute(answer, 'question') === ''
        ? [problemAt(lesson, answer.line, 'This ModelAnswer needs question="…".')]
        : []),
      ...[...faultsOfLevels(answer), ...faultsOfFollowUps(answer)].map(([at, message]) =>
        problemAt(lesson, at, message),
      ),
    ]),
  ];
};
