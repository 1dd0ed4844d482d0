import { describe, expect, it } from 'vitest';
import { buildCourse } from '@/lib/courses/course';
import { describeCourse, describeLesson, toInlineJson } from './structured-data';

const course = buildCourse(
  {
    slug: 'course',
    title: 'Course',
    summary: 'About it.',
    modules: [
      {
        slug: 'first',
        title: 'First',
        summary: 'One.',
        lessons: [
          { slug: 'written', title: 'Written', summary: 'It is.', status: 'published' },
          { slug: 'planned', title: 'Planned', summary: 'Not yet.', status: 'planned' },
        ],
      },
    ],
  },
  'test',
);
const [lesson] = course.modules[0]?.lessons ?? [];
const address = 'https://course.example';

describe('structured data', () => {
  it('lists the lessons that exist, and no planned one', () => {
    expect(describeCourse(course, address).hasPart).toEqual([
      { '@type': 'LearningResource', name: 'Written', url: `${address}/courses/course/written` },
    ]);
  });

  it('leads from the course over the module to the lesson', () => {
    if (!lesson) throw new Error('no lesson');
    const facts = { updated: '2026-11-23', minutes: 12, goals: ['Explain it'] };
    expect(describeLesson(course, lesson, facts, address)).toMatchObject({
      '@graph': [
        { dateModified: '2026-11-23', timeRequired: 'PT12M', teaches: ['Explain it'] },
        {
          itemListElement: [
            { position: 1, item: `${address}/courses/course` },
            { position: 2, item: `${address}/courses/course#module-1` },
            { position: 3, item: `${address}/courses/course/written` },
          ],
        },
      ],
    });
  });

  it('cannot end the script element that holds it', () => {
    const json = toInlineJson({ name: '</script><script>alert(1)</script>' });
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual({ name: '</script><script>alert(1)</script>' });
  });
});
