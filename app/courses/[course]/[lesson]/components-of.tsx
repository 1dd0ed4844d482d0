import type { ComponentProps } from 'react';
import type { Lesson } from '@/lib/courses/course';
import { ModelAnswer } from '@/lib/courses/mdx/model-answer';
import { askHref, questionsHref } from '@/lib/questions/place-links';
import styles from '@/lib/questions/ui/lesson-questions.module.css';

type FootProps = { lesson: Lesson; heading: string };

/** The end of an interview question. The script that fetches the lesson's questions fills in how many there are. */
const QuestionFoot = ({ lesson, heading }: FootProps) => {
  const place = { course: lesson.course, lesson: lesson.slug, heading };
  return (
    <p className={`${styles.foot} no-print`} data-no-notes="">
      <a href={questionsHref(place)}>
        Questions on this
        <span data-asked={heading} />
      </a>
      <span aria-hidden="true">·</span>
      <a href={askHref(place)}>Ask</a>
    </p>
  );
};

/** What a lesson's text shows otherwise than everywhere: its interview questions lead to what others asked about them. */
export const componentsOf = (lesson: Lesson) => ({
  ModelAnswer: (props: ComponentProps<typeof ModelAnswer>) => (
    <ModelAnswer {...props} foot={(heading) => <QuestionFoot lesson={lesson} heading={heading} />} />
  ),
});
