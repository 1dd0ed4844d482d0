import { openProgress } from '@/lib/progress/client/progress-session';
import { readAnswer } from '@/lib/progress/client/read-answer';
import { paintProgress } from '../../paint-progress';
import { followAsked } from './follow-asked';
import { followChecks } from './follow-checks';
import { followKeys } from './follow-keys';
import { followOutline } from './follow-outline';
import { followRatings } from './follow-ratings';
import { keepPlace } from './keep-place';
import { markRead } from './mark-read';
import { followNotes } from './notes/follow-notes';
import type { Reading } from './reading';
import { offerResume } from './resume';
import { showAnswered } from './show-answered';

type Start = {
  /** `course/lesson` */
  lesson: string;
  /** What the site answered about the reader, unread. */
  answer: unknown;
  /** Ends with the page. */
  signal: AbortSignal;
  /** What the reader did before this script came. */
  early: readonly Event[];
};

/** Brings a lesson to life for its reader: ticks, place, checks, ratings, notes and keys. */
export const startReading = ({ lesson, answer, signal, early }: Start) => {
  const session = openProgress(readAnswer(answer));
  const reading: Reading = { lesson, session, signal };
  const paint = () => paintProgress(session.current(), session.labs);
  signal.addEventListener('abort', session.subscribe(paint));
  paint();
  offerResume(reading);
  showAnswered(reading);
  keepPlace(reading);
  followOutline(reading);
  followAsked(reading);
  const mark = markRead(reading);
  const notes = followNotes(reading, answer);
  const followers = [
    mark.handle,
    followChecks(reading, mark.read),
    followRatings(reading),
    notes.handle,
    followKeys(reading, { r: mark.toggle, h: notes.highlight, m: notes.note, a: notes.ask }),
  ];
  window.addEventListener('pageshow', ({ persisted }) => persisted && void session.refresh(), { signal });
  for (const event of early) for (const follow of followers) follow(event);
};
