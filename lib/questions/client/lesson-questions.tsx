import type { ReactNode } from 'react';
import { questionsHref, readPlaceKey } from '../place-links';
import { PlaceQuestions } from '../ui/place-questions';
import type { Row } from '../ui/question-list';
import { isTrueAt, listAt, numberAt, send, textAt, valueAt } from './send';

const readRow = (raw: unknown): Row[] => {
  const [id, title, createdAt] = [numberAt(raw, 'id'), textAt(raw, 'title'), textAt(raw, 'createdAt')];
  if (id === null || title === null || createdAt === null) return [];
  return [
    {
      id,
      title,
      createdAt,
      course: textAt(raw, 'course') ?? '',
      lesson: textAt(raw, 'lesson') ?? '',
      author: textAt(raw, 'author'),
      votes: numberAt(raw, 'votes') ?? 0,
      answerCount: numberAt(raw, 'answerCount') ?? 0,
      isSolved: isTrueAt(raw, 'isSolved'),
      isDeleted: false,
    },
  ];
};

/** Where the interview questions of the lesson say how many questions they have: `data-asked` holds the question's id. */
const findAsked = () => [...document.querySelectorAll<HTMLElement>('[data-asked]')];

/** Counts go up to 100. */
const inWords = (count: number) => (count >= 100 ? '100+' : String(count));

/** Reads the questions of a lesson (`course/lesson`), makes the section's inside of them, and fills in the counts. */
export const loadLessonQuestions = async (lesson: string): Promise<ReactNode> => {
  const asked = findAsked();
  const query = new URLSearchParams({ lesson });
  for (const { dataset } of asked) query.append('heading', dataset.asked ?? '');
  const answer = await send('GET', `/api/questions?${query}`);
  const place = readPlaceKey(lesson);
  if (!answer.ok)
    return (
      <>
        <h2>Questions on this lesson</h2>
        <p>
          They did not load. <a href={questionsHref(place)}>Open them on their own page</a>
        </p>
      </>
    );
  const onHeading = valueAt(answer.value, 'onHeading');
  for (const element of asked)
    element.textContent = inWords(numberAt(onHeading, element.dataset.asked ?? '') ?? 0);
  const rows = listAt(answer.value, 'questions').flatMap(readRow);
  const total = numberAt(answer.value, 'total') ?? rows.length;
  const isSignedIn = isTrueAt(answer.value, 'isSignedIn');
  return (
    <PlaceQuestions kind="lesson" place={place} rows={rows} total={total} isSignedIn={isSignedIn} />
  );
};
