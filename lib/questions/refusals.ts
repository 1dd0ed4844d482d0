import { refusal } from '@/lib/outcome/outcome';

/** What the operations refuse, in words, and the status of each: one place, so that every handler answers alike. */
export const refusals = {
  missing: refusal('missing', 'It is not here any more. Go back to the list of questions.'),
  deleted: refusal(
    'deleted',
    'It was deleted or hidden in the meantime. What you wrote is still in this page.',
  ),
  ownPost: refusal('own-post', 'Your own words take no vote from you.'),
  notYours: refusal('not-yours', 'Only the person who wrote this can change it.'),
  notAsker: refusal('not-asker', 'Only the person who asked can accept an answer.'),
  locked: refusal(
    'locked',
    'A moderator locked this thread in the meantime. It takes votes only; what you wrote is still in this page.',
  ),
  conflict: refusal(
    'conflict',
    'This was changed in another window or by someone else since you began. Compare the two and save again.',
  ),
  answered: refusal(
    'answered',
    'It has answers, or another question was merged into it, which may help others. You can edit it.',
  ),
  otherWords: refusal(
    'other-words',
    'This form was sent before, with other words, and arrived. Find it under “Mine” and edit it there; what you typed stays here.',
  ),
  unknownLesson: refusal('unknown-lesson', 'There is no such lesson or lab. Choose one from the list.'),
  unknownRun: refusal(
    'unknown-run',
    'There is no such run of yours in this lab. Take it out of the question, or choose its lab.',
  ),
  notJudge: refusal(
    'not-judge',
    'The person who asked, mentors and moderators say whether a question still applies.',
  ),
  lessonChanged: refusal(
    'lesson-changed',
    'The lesson was changed again since this page was opened. Load the page anew and look at it once more.',
  ),
} as const;

export const statusOfRefusal: Record<string, number> = {
  missing: 404,
  'unknown-lesson': 404,
  deleted: 410,
  'own-post': 403,
  'not-yours': 403,
  'not-asker': 403,
  'not-judge': 403,
  'unknown-run': 404,
  'too-many-requests': 429,
};
