import 'server-only';
import { searchSite } from '@/lib/search/search-site';
import { success } from '@/lib/outcome/outcome';
import { questionPath } from './question';
import { listByIds } from './read/store';
import { allQuery, anyQuery, maxQueryLength } from './search/query';
import { commonFrom, listByRarity, searchRows } from './search/store';
import { wordsOf } from './search/words';

const most = 4;
const mostWords = 6;

/** Any of the rare words of a title; of common ones the rarest three together. */
const queryOf = async (words: readonly string[]) => {
  const byRarity = await listByRarity(words);
  const rare = byRarity.filter(({ questions }) => questions < commonFrom).slice(0, mostWords);
  return rare.length > 0
    ? anyQuery(rare.map(({ word }) => word))
    : allQuery(
        byRarity.slice(0, 3).map(({ word }) => word),
        false,
      );
};

/** Questions and passages of lessons that may already say what someone begins to ask. */
export const findSimilar = async (title: string) => {
  const words = wordsOf(title.slice(0, maxQueryLength)).filter((word) => word.length > 2);
  if (words.length < 2) return success({ questions: [], lessons: [] });
  const [rows, places] = await Promise.all([
    queryOf(words).then((query) => searchRows({ typed: '', words: query, lessons: null }, null, most)),
    searchSite(words.join(' '), most),
  ]);
  const questions = await listByIds(rows.map((row) => row.id));
  return success({
    questions: questions.map(({ id, title: asked, answerCount, isSolved }) => ({
      href: questionPath({ id, title: asked }),
      title: asked,
      answerCount,
      isSolved,
    })),
    lessons: places
      .filter(({ kind }) => kind === 'lesson' || kind === 'section')
      .map(({ href, title: parts, place }) => ({
        href,
        title: parts.map(({ text }) => text).join(''),
        place,
      })),
  });
};
