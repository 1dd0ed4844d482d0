import { describe, expect, it } from 'vitest';
import { goodFiles, goodLesson, lessonFile, problemsIn } from './sample-content';

/** The line of the first place that holds `mark`. */
const lineOf = (text: string, mark: string) => text.slice(0, text.indexOf(mark)).split('\n').length;

const breakLesson = (before: string, after: string) => {
  if (!goodLesson.includes(before)) throw new Error(`The sample has no "${before}".`);
  return goodLesson.replace(before, () => after);
};

const lastLine = goodLesson.split('\n').length;

/** What is replaced, by what, the line that is named and what is said. */
type Case = [promise: string, before: string, after: string, line: number | string, says: RegExp];

const cases: Case[] = [
  ['no date', "updated = '2026-11-23'", "changed = '2026-11-23'", 1, /export const updated/],
  ['a date that is none', "'2026-11-23'", "'November'", "'November'", /export const updated/],
  ['one goal', "['Do one thing.', 'Do another.']", "['Do one thing.']", 'goals', /2 to 5/],
  ['a text that is not MDX', 'A <Term', 'A < Term', 'A < Term', /not MDX/],
  ['a title of its own', '## What happened', '# What happened', '# What', /begin with "##"/],
  ['a level that is skipped', '### Deeper', '#### Deeper', '#### Deeper', /skips a level/],
  [
    'a heading twice',
    '### Deeper',
    '### What happened',
    '### What happened',
    /id "what-happened" is taken by line 6/,
  ],
  [
    'a question twice',
    'question="How many?"',
    'question="Which one?"',
    '<Estimate',
    /id "which-one" is taken/,
  ],
  [
    'no interview part',
    '## Interview mastery',
    '## Interviews',
    lastLine,
    /"## Interview mastery" is missing/,
  ],
  ['no checks part', '## Check yourself', '## Checks', lastLine, /"## Check yourself" is missing/],
  ['no reading', '## Further reading', '## Reading', lastLine, /"## Further reading" is missing/],
  [
    'a text that is too short',
    'word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word',
    'word',
    '## What',
    /has \d+ words/,
  ],
  [
    'a link to no lesson',
    '/courses/course/other#what-happened',
    '/courses/course/none',
    '[the other]',
    /no lesson "none"/,
  ],
  [
    'a link to no heading elsewhere',
    'other#what-happened',
    'other#nothing',
    '[the other]',
    /"other" has the id "nothing"/,
  ],
  ['a link to no heading here', '(#what-happened)', '(#nothing)', '[above]', /"lesson" has the id "nothing"/],
  [
    'a link to no module',
    '/courses/course/other#what-happened',
    '/courses/course#module-9',
    '[the other]',
    /no "module-9"/,
  ],
  ['a link to no lab', '/labs/failover', '/labs/none', '[the lab]', /no lab "none"/],
  ['a link to no page', '/labs/failover', '/nowhere', '[the lab]', /no page \/nowhere/],
  ['a link to no term', '/glossary#quorum', '/glossary#none', '[words]', /no term "none"/],
  ['a link to no number', '/numbers#round-trip', '/numbers#none', '[numbers]', /has no "none"/],
  ['a relative link', '(/labs/failover)', '(../labs/failover)', '[the lab]', /begins with "\/"/],
  ['an unknown term', 'Term name="quorum"', 'Term name="none"', '<Term', /defines the term "none"/],
  ['an unknown number', 'Num id="round-trip"', 'Num id="none"', '<Num', /has no "none"/],
  ['an unknown lab', 'scenario="failover"', 'scenario="none"', '<LabButton', /no lab "none"/],
  [
    'an unknown component',
    '<LabButton scenario="failover" />',
    '<Marquee />',
    '<Marquee',
    /neither a component/,
  ],
  ['a figure that is not there', './figures/curve', './figures/none', 1, /no file .\/figures\/none.tsx/],
  ['an image without words', '![A picture of it]', '![]', '![]', /no text alternative/],
  ['a figure without caption', 'Figure caption="A curve."', 'Figure', '<Figure', /no caption/],
  [
    'a diagram without description',
    '<Curve />',
    '<Diagram title="x" />',
    '<Diagram',
    /title and a description/,
  ],
  ['a command that no test runs', '```sql file="sql/count.sql"', '```sql', '```sql', /names no file/],
  [
    'a file that is not there',
    'file="sql/count.sql"',
    'file="sql/none.sql"',
    '```sql',
    /no file sql\/none.sql/,
  ],
  [
    'a file outside of the module',
    'file="sql/count.sql"',
    'file="../x.sql"',
    '```sql',
    /outside of the module/,
  ],
  ['a text that differs from its file', 'FROM orders;', 'FROM carts;', 'FROM carts', /differ from here on/],
  ['a language that is not shown', '```sql file', '```cobol file', '```cobol', /no "cobol"/],
  ['a fence for an unknown lab', 'lab="failover"', 'lab="none"', '```nginx', /no lab "none"/],
  [
    'a fence for the lab that is no configuration',
    '```sql file="sql/count.sql"',
    '```sql file="sql/count.sql" lab="failover"',
    '```sql',
    /Only a whole configuration/,
  ],
  [
    'a model answer without Staff',
    '<Level name="Staff">With cost.</Level>\n',
    '',
    '<ModelAnswer',
    /level Staff/,
  ],
  ['a level of another name', 'name="Staff"', 'name="Boss"', '"Boss"', /named Junior, Mid, Senior, Staff/],
  ['a level that says nothing', 'With cost.', '', '"Staff"', /Staff says nothing/],
  [
    'no follow-up',
    '<FollowUp question="And then?">An answer.</FollowUp>\n',
    '',
    '<ModelAnswer',
    /no FollowUp/,
  ],
  [
    'no misconceptions',
    'title="What loses the offer"',
    'title="Beware"',
    '<ModelAnswer',
    /"What loses the offer"/,
  ],
  ['two misconceptions', '- *“It is fast.”* At which percentile?\n', '', '<Callout', /3 or more/],
  ['a follow-up without answer', '>An answer.<', '><', '<FollowUp', /question="…" and an answer/],
  [
    'no correct option',
    'text="Second" correct',
    'text="Second"',
    '<Check',
    /Exactly one Option is correct; here 0/,
  ],
  ['two correct options', 'text="Third"', 'text="Third" correct', '<Check', /here 2 are/],
  ['an option without explanation', 'It is not.', '', 'text="First"', /"First" has no explanation/],
  ['two options', '<Option text="Third">Nor this.</Option>\n', '', '<Check', /3 to 4 Options/],
  ['two options of one text', 'text="Third"', 'text="First"', 'text="First">N', /Two of these/],
  ['a check without question', 'Check question="Which one?"', 'Check', '<Check', /needs question/],
  ['two steps', '<Step text="End">It ends.</Step>\n', '', '<Order', /3 to 6 Steps/],
  ['a blank without gap', 'R + W ___ N.', 'R + W.', '<Blank', /one gap/],
  ['a blank without right answer', ' accept="more than" correct', '', '<Blank', /Exactly one Answer/],
  ['an estimate of nothing', 'value={3500}', 'value={0}', '<Estimate', /value=\{a number above 0\}/],
  ['an estimate that must be exact', 'within={2}', 'within={1}', '<Estimate', /factor above 1/],
  ['an estimate without unit', ' unit="requests/s"', '', '<Estimate', /needs unit/],
  ['an estimate without solution', 'Worked out.', '', '<Estimate', /worked solution/],
  ['a miss in the middle of words', 'Worked out.\n\n', 'Worked out.\n', '<Miss', /on lines of its own/],
  ['a miss that is right', 'value={35}', 'value={3000}', '<Miss', /counts as right/],
];

describe('the check of content', () => {
  it('finds nothing wrong with a good lesson', () => {
    expect(problemsIn(goodFiles())).toEqual([]);
  });

  it.each(cases)('refuses %s, and names the line', (_, before, after, at, says) => {
    const text = breakLesson(before, after);
    const line = typeof at === 'number' ? at : lineOf(text, at);
    const problems = problemsIn({ ...goodFiles(), [lessonFile]: text });
    const named = problems.filter((problem) => problem.startsWith(`${lessonFile}:${line}: `));
    expect(named.join('\n'), problems.join('\n')).toMatch(says);
  });

  it('refuses a lesson with too few checks, of one kind, and with too few questions', () => {
    const text = goodLesson
      .replace(/<Order[^]*<\/Estimate>\n/, '')
      .replace(/<ModelAnswer question="Interview question 3[^]*?<\/ModelAnswer>\n/, '');
    expect(problemsIn({ ...goodFiles(), [lessonFile]: text })).toEqual([
      `${lessonFile}:${lineOf(text, '<ModelAnswer')}: A lesson has 3 to 6 ModelAnswers; this one has 2.`,
      `${lessonFile}:${lineOf(text, '<Check')}: A lesson has 4 to 6 checks; this one has 1.`,
      `${lessonFile}:${lineOf(text, '<Check')}: The checks of a lesson are of two kinds or more: Check, Order, Blank, Estimate.`,
    ]);
  });

  it('refuses a text of more than 1,800 words, and takes one of 1,800', () => {
    const withMore = (words: number) => ({
      ...goodFiles(),
      [lessonFile]: goodLesson.replace('word.', `word${' more'.repeat(words)}.`),
    });
    const before = 940;
    expect(problemsIn(withMore(1800 - before))).toEqual([]);
    expect(problemsIn(withMore(1801 - before))).toEqual([
      expect.stringMatching(/lesson\.mdx:6: .* has 1801 words; a lesson has 900 to 1800/),
    ]);
  });
});

describe('the check of what belongs to no single lesson', () => {
  const course = 'content/courses/course/course.json';

  it('refuses a published lesson without text, at its place in course.json', () => {
    const { 'content/courses/course/01-module/other.mdx': _, ...files } = goodFiles();
    const line = lineOf(files[course] ?? '', '"slug": "other"') - 1;
    expect(
      problemsIn({ ...files, [lessonFile]: breakLesson('/courses/course/other#what-happened', '/') }),
    ).toEqual([expect.stringContaining(`${course}:${line}: "other" is published, but there is no`)]);
  });

  it('refuses a text that course.json does not list', () => {
    const stray = 'content/courses/course/01-module/stray.mdx';
    expect(problemsIn({ ...goodFiles(), [stray]: goodLesson })).toEqual([
      `${stray}:1: course.json does not list this lesson in this module.`,
    ]);
  });

  it('leaves drafts alone until they are asked for', () => {
    const files = { ...goodFiles(), 'content/courses/course/01-module/draft.mdx': '# Draft' };
    expect(problemsIn(files)).toEqual([]);
    expect(problemsIn(files, true)).not.toEqual([]);
  });

  it('refuses a course that is malformed, at the line', () => {
    const files = goodFiles();
    const text = (files[course] ?? '').replace('"status": "planned"', '"status": "soon"');
    expect(problemsIn({ ...files, [course]: text })).toEqual([
      expect.stringMatching(new RegExp(`^${course}:${lineOf(text, '"soon"')}: modules.0.lessons.2.status`)),
    ]);
  });

  it('refuses a term or number that two files define', () => {
    const files = goodFiles();
    const glossary = files['content/glossary/01-module.json'] ?? '';
    const numbers = files['content/numbers/assumptions.json'] ?? '';
    expect(
      problemsIn({ ...files, 'content/glossary/02-more.json': glossary, 'content/numbers/b.json': numbers }),
    ).toEqual([
      'content/glossary/02-more.json:2: "quorum" is taken: content/glossary/01-module.json:2 has it already.',
      'content/numbers/b.json:2: "round-trip" is taken: content/numbers/assumptions.json:2 has it already.',
    ]);
  });

  it('refuses a malformed entry at its line, and keeps the others', () => {
    const name = 'content/numbers/assumptions.json';
    const text = (goodFiles()[name] ?? '').replace('"high": 2', '"high": 0.1');
    expect(problemsIn({ ...goodFiles(), [name]: text })).toContainEqual(
      `${name}:${lineOf(text, '"high"')}: high: The range ends before it begins.`,
    );
  });

  it('refuses a file that is not JSON, at the line', () => {
    const name = 'content/glossary/01-module.json';
    expect(problemsIn({ ...goodFiles(), [name]: '[\n  { "term": }\n]' })).toContainEqual(
      expect.stringMatching(`${name}:2: This is not JSON`),
    );
  });

  it('refuses a term whose lesson does not exist', () => {
    const name = 'content/glossary/01-module.json';
    const text = (goodFiles()[name] ?? '').replace('"lesson": "lesson"', '"lesson": "none"');
    expect(problemsIn({ ...goodFiles(), [name]: text })).toEqual([
      `${name}:2: The course has no lesson "none".`,
    ]);
  });

  it('refuses a drawing without description, in the file of the figure', () => {
    const name = 'content/courses/course/01-module/figures/curve.tsx';
    const text = 'export const Curve = () => (\n  <Diagram title="Curve" description="" />\n);\n';
    expect(problemsIn({ ...goodFiles(), [name]: text })).toEqual([
      `${name}:2: This Diagram has no description for those who do not see it.`,
    ]);
  });
});
