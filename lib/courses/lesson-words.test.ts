import { expect, it } from 'vitest';
import { parseLesson } from './check/parse-lesson';
import { holdsWords, lessonWordsOf } from './lesson-words';

const read = (text: string) => {
  const parsed = parseLesson(text, 'leases.mdx', 'leases.mdx');
  if ('message' in parsed) throw new Error(parsed.message);
  return lessonWordsOf(parsed);
};

const source = `export const updated = '2026-11-23';

## A lock that *two* held

It was \`LOCK\` held
twice, for <Num id="ssd-random-read" /> — see <Term name="lease">leases</Term>.

\`\`\`sql
SELECT 1;
\`\`\`

<Callout kind="why" title="Because">It grows.</Callout>

<ModelAnswer question="What is a fencing token?">
<Level name="Mid">

A number that grows.

</Level>
</ModelAnswer>

<Check question="Which?"><Option text="This" correct>because of leaseanswer</Option></Check>
`;

it('a lesson holds the words that a reader saw, however they were wrapped, and not those of its checks', () => {
  const words = read(source);
  for (const passage of [
    'It was LOCK held twice, for 100 µs — see leases.',
    'A lock that two held\nIt was LOCK',
    'SELECT 1;',
    'Because It grows.',
    'What is a fencing token?',
    'A number\n that grows',
    '→',
  ])
    expect(holdsWords(words, passage), passage).toBe(true);
  for (const passage of ['It was LOCK held once', 'leaseanswer', 'updated'])
    expect(holdsWords(words, passage), passage).toBe(false);
});

it('its digest changes with its words and not with how they are set', () => {
  const { digest } = read(source);
  expect(read(source.replace('held\ntwice', 'held twice').replace('*two*', 'two')).digest).toBe(digest);
  expect(read(source.replace('twice', 'once')).digest).not.toBe(digest);
});

it('every heading, model answer and check is known by its id', () => {
  expect([...read(source).headings]).toEqual([
    ['a-lock-that-two-held', 'A lock that two held'],
    ['what-is-a-fencing-token', 'What is a fencing token?'],
    ['which', 'Which?'],
  ]);
});
