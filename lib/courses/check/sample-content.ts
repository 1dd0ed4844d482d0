import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatProblem } from '../problem';
import { checkContent } from './check-content';

const paragraph = (words: number) => `${Array.from({ length: words }, () => 'word').join(' ')}.`;

const modelAnswer = (number: number) => `<ModelAnswer question="Interview question ${number}?">
<Level name="Mid">

The mechanism.

</Level>
<Level name="Senior">With numbers.</Level>
<Level name="Staff">With cost.</Level>
<FollowUp question="And then?">An answer.</FollowUp>
</ModelAnswer>
`;

/** A lesson with nothing wrong in it; the tests break one thing each. */
export const goodLesson = `import { Curve } from './figures/curve';

export const updated = '2026-11-23';
export const goals = ['Do one thing.', 'Do another.'];

## What happened

${paragraph(920)}

A <Term name="quorum">quorum</Term> takes <Num id="round-trip" />. See [the other](/courses/course/other#what-happened),
[above](#what-happened), [the lab](/labs/failover), [words](/glossary#quorum) and [numbers](/numbers#round-trip).

<Figure caption="A curve.">
  <Curve />
</Figure>

\`\`\`sql file="sql/count.sql"
SELECT count(*)
FROM orders;
\`\`\`

\`\`\`nginx title="nginx.conf" file="configs/pool.conf" lab="failover"
events {}
\`\`\`

### Deeper

![A picture of it](/picture.png)

<LabButton scenario="failover" />

## Interview mastery

${[1, 2, 3].map(modelAnswer).join('\n')}
<Callout kind="pitfall" title="What loses the offer">

- *“It scales.”* To which number?
- *“It is fast.”* At which percentile?
- *“It never fails.”* It will.

</Callout>

## Check yourself

<Check question="Which one?">
<Option text="First">

It is not.

</Option>
<Option text="Second" correct>It is.</Option>
<Option text="Third">Nor this.</Option>
</Check>

<Order question="In which order?">
<Step text="Begin">It begins.</Step>
<Step text="Go on">It goes on.</Step>
<Step text="End">It ends.</Step>
</Order>

<Blank question="R + W ___ N.">
<Answer text=">" accept="more than" correct>They overlap.</Answer>
<Answer text="=">They may miss.</Answer>
</Blank>

<Estimate question="How many?" unit="requests/s" value={3500} within={2}>
Worked out.

<Miss value={35}>Forgot the hundred.</Miss>
</Estimate>

## Further reading

- [A paper](https://example.com/paper)
`;

const course = {
  slug: 'course',
  title: 'Course',
  summary: 'Of two lessons.',
  modules: [
    {
      slug: 'module',
      title: 'Module',
      summary: 'The only one.',
      lessons: [
        { slug: 'lesson', title: 'Lesson', summary: 'One.', status: 'published', labs: [] },
        { slug: 'other', title: 'Other', summary: 'Two.', status: 'published', labs: [] },
        { slug: 'draft', title: 'Draft', summary: 'Three.', status: 'planned', labs: [] },
      ],
    },
  ],
};

const term = {
  term: 'Quorum',
  slug: 'quorum',
  definition: 'As many as are enough to decide.',
  lesson: 'lesson',
};
const number = {
  id: 'round-trip',
  label: 'Round trip',
  value: 1,
  unit: 'ms',
  low: 0.5,
  high: 2,
  source: { title: 'Measured', url: 'https://example.com' },
};

const folder = 'content/courses/course/01-module';
export const lessonFile = `${folder}/lesson.mdx`;

/** Files of a small project whose content is right. */
export const goodFiles = (): Record<string, string> => ({
  'app/page.tsx': '',
  'app/glossary/page.tsx': '',
  'app/numbers/page.tsx': '',
  'app/courses/[course]/page.tsx': '',
  'public/picture.png': '',
  'content/glossary/01-module.json': JSON.stringify([term], null, 2),
  'content/numbers/assumptions.json': JSON.stringify([number], null, 2),
  'content/courses/course/course.json': JSON.stringify(course, null, 2),
  [lessonFile]: goodLesson,
  [`${folder}/other.mdx`]: goodLesson,
  [`${folder}/figures/curve.tsx`]: '<Diagram title="Curve" description="It rises." />',
  [`${folder}/sql/count.sql`]: 'SELECT count(*)\nFROM orders;\n',
  [`${folder}/configs/pool.conf`]: 'events {}\n',
});

/** What is wrong with these files, as it is printed. */
export const problemsIn = (files: Record<string, string>, withDrafts = false): string[] => {
  const projectRoot = mkdtempSync(path.join(os.tmpdir(), 'content-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      const place = path.join(projectRoot, name);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
    return checkContent({ projectRoot, labs: ['failover'], withDrafts }).map(formatProblem);
  } finally {
    rmSync(projectRoot, { recursive: true, force: true });
  }
};
