import 'server-only';
import { mayModerate } from '@/lib/accounts/roles';
import type { Viewer } from '@/lib/accounts/viewer';
import { success } from '@/lib/outcome/outcome';
import { findSimilar } from '@/lib/questions/find-similar';
import { readId } from '@/lib/questions/question';
import { findTitle } from './merge/store';
import { refusals } from './refusals';

/** Questions that may say the same, by the search that askers see. */
export const listMergeCandidates = async (moderator: Viewer, question: number) => {
  if (!mayModerate(moderator)) return refusals.notModerator;
  const title = await findTitle(question);
  if (title === null) return refusals.missing;
  const { questions } = (await findSimilar(title)).value;
  const others = questions.flatMap(({ href, title: asked, answerCount }) => {
    const id = readId(href.split('/').at(-1));
    return id === null || id === question ? [] : [{ id, href, title: asked, answerCount }];
  });
  return success({ questions: others });
};
