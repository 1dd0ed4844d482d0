import type { ReactNode } from 'react';
import { roles } from '@/lib/accounts/roles';
import { questionsHref, readPlaceKey } from '../place-links';
import { PlaceQuestions } from '../ui/place-questions';
import type { Row } from '../ui/question-list';
import { isTrueAt, listAt, numberAt, send, textAt, valueAt, type Answered } from './send';

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
      authorId: textAt(raw, 'authorId'),
      author: textAt(raw, 'author'),
      authorRole: roles.find((role) => role === textAt(raw, 'authorRole')) ?? null,
      votes: numberAt(raw, 'votes') ?? 0,
      answerCount: numberAt(raw, 'answerCount') ?? 0,
      isSolved: isTrueAt(raw, 'isSolved'),
      isDeleted: false,
      hidden: null,
    },
  ];
};

/** Where the interview questions of the lesson say how many questions they have: `data-asked` holds the question's id. */
const findAsked = () => [...document.querySelectorAll<HTMLElement>('[data-asked]')];

/** Counts go up to 100. */
const inWords = (count: number) => ` ${count >= 100 ? '100+' : count}`;

let known: { lesson: string; answer: Promise<Answered> } | undefined;

/** What the site says about a lesson's questions, asked once for the section and the interview questions. */
const readQuestions = (lesson: string): Promise<Answered> => {
  if (known?.lesson === lesson) return known.answer;
  const query = new URLSearchParams({ lesson });
  for (const { dataset } of findAsked()) query.append('heading', dataset.asked ?? '');
  const answer = send('GET', `/api/questions?${query}`);
  known = { lesson, answer };
  void answer.then(({ ok }) => {
    if (!ok) known = undefined;
  });
  return answer;
};

/** Writes how many questions each interview question of the lesson has. */
export const fillCounts = async (lesson: string): Promise<void> => {
  const answer = await readQuestions(lesson);
  if (!answer.ok) return;
  const onHeading = valueAt(answer.value, 'onHeading');
  for (const element of findAsked())
    element.textContent = inWords(numberAt(onHeading, element.dataset.asked ?? '') ?? 0);
};

/** Reads the questions of a lesson (`course/lesson`) and makes the section's inside of them. */
export const loadLessonQuestions = async (lesson: string): Promise<ReactNode> => {
  const answer = await readQuestions(lesson);
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
  const rows = listAt(answer.value, 'questions').flatMap(readRow);
  const total = numberAt(answer.value, 'total') ?? rows.length;
  const isSignedIn = isTrueAt(answer.value, 'isSignedIn');
  return <PlaceQuestions kind="lesson" place={place} rows={rows} total={total} isSignedIn={isSignedIn} />;
};
