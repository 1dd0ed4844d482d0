import { openProgress } from '@/lib/progress/client/progress-session';
import { readAnswer } from '@/lib/progress/client/read-answer';
import { paintProgress } from '../../paint-progress';
import { followChecks } from './follow-checks';
import { followKeys } from './follow-keys';
import { followRatings } from './follow-ratings';
import { keepPlace } from './keep-place';
import { markRead } from './mark-read';
import { followNotes } from './notes/follow-notes';
import type { Reading } from './reading';
import { offerResume } from './resume';

type Start = {
  /** `course/lesson` */
  lesson: string;
  /** What the site answered about the reader, unread. */
  known: Promise<unknown>;
  /** Ends with the page. */
  signal: AbortSignal;
  /** What the reader did first. */
  event?: Event | undefined;
};

/** Brings a lesson to life for its reader: ticks, place, checks, ratings, notes and keys. */
export const startReading = async ({ lesson, known, signal, event }: Start) => {
  const answer = await known;
  if (signal.aborted) return;
  const session = openProgress(readAnswer(answer));
  const reading: Reading = { lesson, session, signal };
  const paint = () => paintProgress(session.current(), session.labs);
  signal.addEventListener('abort', session.subscribe(paint));
  paint();
  offerResume(reading);
  keepPlace(reading);
  const mark = markRead(reading);
  const notes = followNotes(reading, answer);
  const followers = [
    followChecks(reading, mark.read),
    followRatings(reading),
    notes.handle,
    followKeys(reading, { r: mark.toggle, h: notes.highlight, m: notes.note }),
  ];
  window.addEventListener('pageshow', ({ persisted }) => persisted && void session.refresh(), { signal });
  if (event) for (const follow of followers) follow(event);
};
