import { expect, it } from 'vitest';
import type { Lesson } from '@/lib/courses/course';
import { lessonDocuments } from './lesson-documents';

const lesson: Lesson = {
  slug: 'leases',
  title: 'Leases and Fencing',
  shortTitle: 'Leases',
  summary: 'Who may write, and until when.',
  status: 'published',
  labs: [],
  course: 'c',
  module: 1,
  position: 1,
  folder: '01-m',
  href: '/courses/c/leases',
};
const text = `export const updated = '2026-11-23';

Before the first heading.

## A lock that *two* held

It was \`LOCK\` held twice, for <Num id="ssd-random-read" />.

\`\`\`sql
SELECT secret;
\`\`\`

| Store | Lease |
| --- | --- |
| etcd | yes |

## Interview mastery

<ModelAnswer question="What is a fencing token?">
<Level name="Mid">

A number that grows.

</Level>
<FollowUp question="Who checks it?">

The storage.

</FollowUp>
</ModelAnswer>

## Check yourself

<Check question="Which?"><Option text="This" correct>because of leaseanswer</Option></Check>
`;

it('a lesson is found as a whole, by its sections and by its interview questions, without code or answers to checks', () => {
  const documents = lessonDocuments(lesson, 'Module 1: M', { text, file: 'leases.mdx' });
  expect(documents.map(({ href, kind, title }) => [kind, href, title])).toEqual([
    ['lesson', '/courses/c/leases', 'Leases and Fencing'],
    ['section', '/courses/c/leases#a-lock-that-two-held', 'A lock that two held'],
    ['interview', '/courses/c/leases#what-is-a-fencing-token', 'What is a fencing token?'],
  ]);
  expect(documents[1]).toMatchObject({
    place: 'Leases',
    text: 'It was LOCK held twice, for 100 µs. Store Lease etcd yes',
  });
  expect(documents[2]?.text).toBe('A number that grows. Who checks it? The storage.');
  expect(JSON.stringify(documents)).not.toMatch(/secret|leaseanswer/);
});

it('a lesson that is not MDX is named with file and line', () => {
  expect(() => lessonDocuments(lesson, 'M', { text: 'a\n\n<Check', file: 'leases.mdx' })).toThrow(
    /^leases\.mdx:3/,
  );
});
