import 'server-only';
import type { Viewer } from '@/lib/accounts/viewer';
import { readLessonWords } from '@/lib/courses/read-lesson-words';
import { success } from '@/lib/outcome/outcome';
import { mayJudge } from './about/may-judge';
import { describeAbout } from './about/standing';
import { findAskedRow, setStandingRow } from './about/store';
import { refusals } from './refusals';

/**
 * Says whether a question still applies to the lesson's text of today, which has to be the text that was looked at. The next
 * change of the lesson asks again.
 */
export const judgeStanding = async (
  viewer: Viewer,
  id: number,
  seen: { applies: boolean; digest: string },
) => {
  const asked = await findAskedRow(id, viewer.id);
  if (!asked) return refusals.missing;
  if (!mayJudge(viewer.role, asked.isAsker)) return refusals.notJudge;
  const about = describeAbout(asked, await readLessonWords(asked));
  if (!about || about.standing === 'current' || about.digest !== seen.digest) return refusals.lessonChanged;
  const askerId = mayJudge(viewer.role, false) ? null : viewer.id;
  return (await setStandingRow(id, askerId, seen)) ? success({ applies: seen.applies }) : refusals.missing;
};
