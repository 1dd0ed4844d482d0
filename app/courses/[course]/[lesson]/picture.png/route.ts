import { notFound } from 'next/navigation';
import { findCourse, findLesson, listCourses, listPublishedLessons } from '@/lib/courses/course';
import { drawPicture } from '@/lib/sharing/picture/draw-picture';

type Context = { params: Promise<{ course: string; lesson: string }> };

export const dynamic = 'force-static';
export const dynamicParams = false;

export const generateStaticParams = () =>
  listCourses().flatMap((course) =>
    listPublishedLessons(course).map((lesson) => ({ course: course.slug, lesson: lesson.slug })),
  );

/** Shown where a link to the lesson is shared; made once a build. */
export const GET = async (_request: Request, { params }: Context) => {
  const { course: courseSlug, lesson: lessonSlug } = await params;
  const course = findCourse(courseSlug);
  const lesson = course && findLesson(course, lessonSlug);
  if (!course || !lesson) return notFound();
  const part = course.modules[lesson.module - 1];
  return drawPicture({
    title: lesson.title,
    above: `Module ${lesson.module} · ${part?.title ?? course.title}`,
  });
};
