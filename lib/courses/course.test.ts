import { describe, expect, it } from 'vitest';
import { buildCourse, findLesson, listCourses, listLessons, neighboursOf } from './course';

const lesson = (slug: string, status: 'published' | 'planned') => ({
  slug,
  title: slug,
  summary: 'x',
  status,
});
const source = (lessons: object[][]) => ({
  slug: 'course',
  title: 'Course',
  summary: 'x',
  modules: lessons.map((list, index) => ({ slug: `m${index}`, title: 'M', summary: 'x', lessons: list })),
});

describe('a course', () => {
  const course = buildCourse(
    source([[lesson('a', 'published'), lesson('b', 'planned')], [lesson('c', 'published')]]),
    'course.json',
  );

  it('leads from one published lesson to the next, past planned ones and across modules', () => {
    const [first] = listLessons(course);
    expect(first && neighboursOf(course, first)).toMatchObject({ previous: undefined, next: { slug: 'c' } });
  });

  it('has no page for a planned lesson', () => {
    expect(findLesson(course, 'b')).toBeUndefined();
    expect(findLesson(course, 'c')).toMatchObject({ href: '/courses/course/c', folder: '02-m1' });
  });

  it('names the file and the place when it is malformed', () => {
    expect(() =>
      buildCourse(source([[{ ...lesson('a', 'published'), statsu: 1 }]]), 'x/course.json'),
    ).toThrow(/x\/course\.json.*modules\.0\.lessons\.0.*statsu/s);
  });

  it('refuses two lessons with one address', () => {
    const twice = source([[lesson('a', 'published')], [lesson('a', 'planned')]]);
    expect(() => buildCourse(twice, 'course.json')).toThrow(/share a slug/);
  });
});

describe('System Design Mastery', () => {
  const [course] = listCourses();

  it('has eight modules', () => {
    expect(course?.modules).toHaveLength(8);
  });
});
