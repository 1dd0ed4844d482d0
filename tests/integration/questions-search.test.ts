import { describe, expect, it } from 'vitest';
import { listLessons, listCourses } from '@/lib/courses/course';
import { findSimilar } from '@/lib/questions/find-similar';
import { listLessonQuestions } from '@/lib/questions/list-lesson-questions';
import { listQuestions } from '@/lib/questions/list-questions';
import type { LessonKey, Tab } from '@/lib/questions/question';
import { searchQuestions } from '@/lib/questions/search-questions';
import { setDeleted } from '@/lib/questions/set-deleted';
import { setVote } from '@/lib/questions/set-vote';
import { answerQuestion } from '@/lib/questions/answer-question';
import { valueOf } from '@/tests/support/outcomes';
import { newGuest } from '@/tests/support/people';
import { ask, askedLesson } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

const titlesOf = async (query: string) =>
  (await searchQuestions(query)).found.map(({ title }) => title).toSorted();

describe('the search', () => {
  const sticky = 'Do sticky sessions break horizontal scaling?';
  const health = 'How often should a health check probe the servers?';
  const quorum = 'Why does a quorum need an odd number of nodes?';

  it('finds words in any form, the beginnings of words, phrases and exclusions', async () => {
    const asker = await newGuest();
    await ask(asker, { title: sticky, body: 'Each learner keeps one server.' });
    await ask(asker, { title: health, body: 'Every second seems a lot.' });
    await ask(asker, { title: quorum, body: 'Three or five servers?' });
    expect(await titlesOf('session')).toEqual([sticky]);
    expect(await titlesOf('scaled horizontally')).toEqual([sticky]);
    expect(await titlesOf('quor')).toEqual([quorum]);
    expect(await titlesOf('horizo')).toEqual([sticky]);
    expect(await titlesOf('server')).toHaveLength(3);
    expect(await titlesOf('"health check"')).toEqual([health]);
    expect(await titlesOf('"check health"')).toEqual([]);
    expect(await titlesOf('servers -quorum -health')).toEqual([sticky]);
    expect(await titlesOf('quorum or sticky')).toEqual([sticky, quorum].toSorted());
  });

  it('finds what was mistyped, and says that it guessed', async () => {
    for (const typed of ['stikcy', 'sticky sesions', 'horizntal', 'horizontally scalling'])
      expect(await titlesOf(typed), typed).toEqual([sticky]);
    expect(await searchQuestions('helth chekc')).toMatchObject({ isCorrected: true });
    expect(await searchQuestions('health check')).toMatchObject({ isCorrected: false });
    expect(await titlesOf('zzzzqqq')).toEqual([]);
  });

  it('marks what matched, and whatever else stands there stays text', async () => {
    const asker = await newGuest();
    await ask(asker, {
      title: 'What does <b>idempotent</b> mean here?',
      body: 'A \uE000retry\uE001 of <img src=x onerror=alert(1)> is idempotent.',
    });
    const { found } = await searchQuestions('idempotent');
    const [best] = found;
    expect(best?.markedTitle.filter((part) => part.isMatch).map((part) => part.text)).toEqual(['idempotent']);
    expect(best?.markedTitle.map((part) => part.text).join('')).toBe(
      'What does <b>idempotent</b> mean here?',
    );
    expect(best?.passage.filter((part) => part.isMatch).map((part) => part.text)).toEqual(['idempotent']);
    expect(best?.passage.map((part) => part.text).join('')).toContain('<img src=x onerror=alert(1)>');
  });

  it('answers anything that can be typed', async () => {
    for (const query of [
      '',
      ' ',
      "'",
      "it's",
      ':*',
      '& | !',
      '()',
      '\\',
      '%_',
      '\0',
      '\ud800',
      '"',
      '-',
      'a:*b',
      '💥',
      'x'.repeat(5000),
    ])
      expect((await searchQuestions(query)).isCorrected, JSON.stringify(query)).toBe(false);
  });

  it('leaves out what is deleted, and finds edited words', async () => {
    const asker = await newGuest();
    const id = await ask(asker, { title: 'Is a zookeeper needed for leases?' });
    expect(await titlesOf('zookeeper')).toHaveLength(1);
    await setDeleted(asker.viewer.id, 'question', id, true);
    expect(await titlesOf('zookeeper')).toEqual([]);
  });

  it('pages through all matches once', async () => {
    const asker = await newGuest();
    const other = await newGuest();
    const ids = [];
    for (let at = 0; at < 5; at += 1)
      ids.push(await ask(asker, { title: `A gossip question, number ${at}` }));
    for (let at = 5; at < 9; at += 1)
      ids.push(await ask(other, { title: `A gossip question, number ${at}` }));
    const seen: number[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await searchQuestions('gossip', after ?? null, null, 4);
      seen.push(...page.found.map(({ id }) => id));
      after = page.next;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  it('shows resembling questions and passages of lessons while one is asked', async () => {
    const similar = valueOf(await findSimilar('how often does the health check run?'));
    expect(similar.questions.map(({ title }) => title)).toContain(health);
    expect(similar.lessons.length).toBeGreaterThan(0);
    expect(valueOf(await findSimilar('why'))).toEqual({ questions: [], lessons: [] });
  });
});

describe('the lists', () => {
  const lessons: LessonKey[] = listCourses()
    .flatMap(listLessons)
    .filter(({ status, slug }) => status === 'published' && slug !== askedLesson.lesson)
    .slice(0, 2)
    .map(({ course, slug }) => ({ course, lesson: slug }));

  const readAll = async (tab: Tab, viewerId: string | null = null) => {
    const seen: number[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await listQuestions({ tab, viewerId, lessons, after: after ?? null, limit: 2 });
      seen.push(...page.questions.map(({ id }) => id));
      after = page.next;
    }
    return seen;
  };

  it('go through every question of their lessons once, in their order, also among equals', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const ids: number[] = [];
    for (let at = 0; at < 5; at += 1) ids.push(await ask(asker, lessons[at % 2]));
    const [first = 0, second = 0] = ids;
    await setVote(other, 'question', second, true);
    await answerQuestion(other, first, { body: 'So.', submission: crypto.randomUUID() });
    const newest = ids.toReversed();
    expect(await readAll('newest')).toEqual(newest);
    expect(await readAll('helpful')).toEqual([second, ...newest.filter((id) => id !== second)]);
    expect(await readAll('unanswered')).toEqual(newest.filter((id) => id !== first));
    expect(await readAll('mine', asker.viewer.id)).toEqual(newest);
    expect(await readAll('mine', other.viewer.id)).toEqual([]);
    expect(await readAll('mine')).toEqual([]);
  });

  it('of a lesson count what it has, and leave out what is deleted', async () => {
    const asker = await newGuest();
    const [lesson = askedLesson] = lessons;
    const before = await listLessonQuestions(lesson, 4);
    const id = await ask(asker, lesson);
    expect((await listLessonQuestions(lesson, 4)).total).toBe(before.total + 1);
    await setDeleted(asker.viewer.id, 'question', id, true);
    expect(await listLessonQuestions(lesson, 4)).toEqual(before);
    expect(
      (await listQuestions({ tab: 'mine', viewerId: asker.viewer.id, lessons: null })).questions,
    ).toMatchObject([{ id, isDeleted: true }]);
  });
});
