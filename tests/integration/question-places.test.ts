import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWanted } from '@/app/questions/wanted';
import { readLessonWords } from '@/lib/courses/read-lesson-words';
import { db } from '@/lib/db/client';
import { addComment } from '@/lib/questions/add-comment';
import { answerQuestion } from '@/lib/questions/answer-question';
import { askQuestion } from '@/lib/questions/ask-question';
import { findThread } from '@/lib/questions/find-thread';
import { AskForm } from '@/lib/questions/forms';
import { judgeStanding } from '@/lib/questions/judge-standing';
import { lessonPlace, listPlaces } from '@/lib/questions/lesson-place';
import { listLessonQuestions } from '@/lib/questions/list-lesson-questions';
import { listQuestions } from '@/lib/questions/list-questions';
import { searchQuestions } from '@/lib/questions/search-questions';
import { setDeleted } from '@/lib/questions/set-deleted';
import { writeCatalogue } from '@/setup/catalogue';
import { codeOf, valueOf } from '@/tests/support/outcomes';
import { newGuest } from '@/tests/support/people';
import { ask, askedLesson, newQuestion } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

beforeAll(writeCatalogue);
withSite();

const lab = { course: 'labs', lesson: 'first-balancer' };
const aboutOf = async (id: number, viewerId: string | null = null) =>
  (await findThread(id, viewerId))?.question.about;

/** The first interview question of the asked lesson, and words that the lesson holds. */
const inLesson = async () => {
  const words = await readLessonWords(askedLesson);
  const heading = [...(words?.headings.keys() ?? [])][0];
  if (!words || heading === undefined) throw new Error('The lesson has no headings.');
  return { heading, title: words.headings.get(heading), digest: words.digest };
};

describe('a passage', () => {
  it('is quoted as the text that it is, with its heading, and never as markup', async () => {
    const { heading, title } = await inLesson();
    const passage = '<img src=x onerror=alert(1)> **bold** [x](javascript:alert(1)) {{7*7}}';
    const id = await ask(await newGuest(), { heading, passage });
    expect(await aboutOf(id)).toMatchObject({ heading, headingTitle: title, passage, standing: 'current' });
  });

  it('is bounded, of one line, and of characters that can be stored', () => {
    const read = (change: object) => AskForm.safeParse({ ...newQuestion(), ...change });
    expect(read({ passage: ' two\n\n lines ' }).data?.passage).toBe('two lines');
    expect(read({ passage: 'x'.repeat(1000) }).success).toBe(true);
    for (const wrong of [
      { passage: 'x'.repeat(1001) },
      { passage: '' },
      { passage: 'a\0b' },
      { passage: 7 },
      { heading: '<script>' },
      { heading: 'x'.repeat(300) },
      { run: 'mine' },
    ])
      expect(read(wrong).success, JSON.stringify(wrong).slice(0, 40)).toBe(false);
  });

  it('belongs to lessons: a lab has none', async () => {
    const form = newQuestion({ ...lab, passage: 'words' });
    expect(codeOf(await askQuestion(await newGuest(), form))).toBe('unknown-lesson');
  });
});

describe('“is this still true?”', () => {
  /** A question whose passage the lesson no longer holds. */
  const askOutdated = async () => {
    const asker = await newGuest();
    const { heading } = await inLesson();
    const id = await ask(asker, { heading, passage: 'Words that the lesson had once.' });
    await db().question.update({ where: { id }, data: { passageCheckedFor: 'of-then' } });
    return { asker, id };
  };

  it('is asked when the lesson lost the words, answered by the asker, and seen by all readers', async () => {
    const { asker, id } = await askOutdated();
    const { digest } = await inLesson();
    expect((await aboutOf(id))?.standing).toBe('changed');
    expect((await judgeStanding(asker.viewer, id, { applies: false, digest })).ok).toBe(true);
    expect((await aboutOf(id))?.standing).toBe('outdated');
    expect((await judgeStanding(asker.viewer, id, { applies: true, digest })).ok).toBe(true);
    expect((await aboutOf(id))?.standing).toBe('applies');
    await db().question.update({ where: { id }, data: { passageCheckedFor: 'of-an-older-text' } });
    expect((await aboutOf(id))?.standing, 'after the next change').toBe('changed');
  });

  it('is answered by mentors and moderators too, and by nobody else', async () => {
    const { id } = await askOutdated();
    const { digest } = await inLesson();
    const { viewer } = await newGuest();
    const as = (role: typeof viewer.role) =>
      judgeStanding({ ...viewer, role }, id, { applies: true, digest });
    expect(codeOf(await as('learner'))).toBe('not-judge');
    expect((await aboutOf(id))?.standing).toBe('changed');
    for (const role of ['mentor', 'moderator', 'admin'] as const) expect((await as(role)).ok).toBe(true);
    expect((await aboutOf(id))?.standing).toBe('applies');
  });

  it('is refused about another text than the one of today, about what did not change, and about what is gone', async () => {
    const { asker, id } = await askOutdated();
    const { digest } = await inLesson();
    const judge = (question: number, seen = digest) =>
      judgeStanding(asker.viewer, question, { applies: true, digest: seen });
    expect(codeOf(await judge(id, 'of-yesterday'))).toBe('lesson-changed');
    expect(codeOf(await judge(await ask(asker)))).toBe('lesson-changed');
    expect(codeOf(await judge(999_999))).toBe('missing');
    await setDeleted(asker.viewer.id, 'question', id, true);
    expect(codeOf(await judge(id))).toBe('missing');
  });

  it('is not asked about words that the reader saw and the source lacks, as in a drawing', async () => {
    const id = await ask(await newGuest(), { passage: 'client → balancer → app1 (drawn)' });
    expect((await aboutOf(id))?.standing).toBe('current');
  });

  it('is asked when the heading is gone', async () => {
    const id = await ask(await newGuest(), { heading: 'a-heading-of-then' });
    await db().question.update({ where: { id }, data: { passageCheckedFor: 'of-then' } });
    expect(await aboutOf(id)).toMatchObject({ headingTitle: null, standing: 'changed' });
  });
});

describe('places', () => {
  it('are lessons and labs, each in its module, and nothing else', async () => {
    const asker = await newGuest();
    const id = await ask(asker, lab);
    expect((await findThread(id, null))?.question).toMatchObject(lab);
    expect(lessonPlace(lab)).toEqual({
      title: 'Lab: Your first load balancer',
      href: '/labs/first-balancer',
      module: { slug: 'load-balancing', title: expect.any(String) },
    });
    expect(lessonPlace({ course: 'labs', lesson: 'gone' })).toMatchObject({ title: 'Lab: gone', href: null });
    const keys = listPlaces().flatMap(({ lessons }) => lessons.map(({ key }) => key));
    expect(keys).toContain('labs/first-balancer');
    expect(new Set(keys).size).toBe(keys.length);
    expect(codeOf(await askQuestion(asker, newQuestion({ ...lab, lesson: 'gone' })))).toBe('unknown-lesson');
  });

  it('end with their questions: a lab with its own, an interview question with its number', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const key = { course: askedLesson.course, lesson: 'invalidation' };
    await ask(asker, { ...key, heading: 'first-heading' });
    await ask(other, { ...key, heading: 'first-heading' });
    await setDeleted(
      other.viewer.id,
      'question',
      await ask(other, { ...key, heading: 'second-heading' }),
      true,
    );
    const listed = await listLessonQuestions(key, 4, ['first-heading', 'second-heading', 'third-heading']);
    expect(listed.onHeading).toEqual({ 'first-heading': 2, 'second-heading': 0, 'third-heading': 0 });
    const layer4 = { course: 'labs', lesson: 'layer-4' };
    expect(await listLessonQuestions(layer4, 4)).toMatchObject({ total: 0, questions: [] });
    const id = await ask(asker, layer4);
    expect(await listLessonQuestions(layer4, 4)).toMatchObject({ total: 1, questions: [{ id }] });
  });

  it('filter every tab and the search, by module with its labs, by lab, by lesson and by heading', async () => {
    const asker = await newGuest();
    const word = 'quokka';
    const title = `Which ${word} balances here?`;
    const onLab = await ask(asker, { ...lab, title });
    const onHeading = await ask(asker, { heading: 'some-heading', title });
    const onLesson = await ask(asker, { title });
    const elsewhere = await ask(asker, { title, course: askedLesson.course, lesson: 'replication-and-lag' });
    const viewerId = asker.viewer.id;
    const find = async (query: Record<string, string>) => {
      const wanted = readWanted(query);
      const listed = await listQuestions({ ...wanted, viewerId });
      const { found } = await searchQuestions(word, null, wanted.lessons, 20, wanted.heading);
      const mine = [onLab, onHeading, onLesson, elsewhere];
      const ids = (rows: { id: number }[]) =>
        rows
          .map(({ id }) => id)
          .filter((id) => mine.includes(id))
          .sort((a, b) => a - b);
      expect(ids(found), JSON.stringify(query)).toEqual(ids(listed.questions));
      return ids(listed.questions);
    };
    const lesson = `${askedLesson.course}/${askedLesson.lesson}`;
    for (const tab of ['newest', 'unanswered', 'helpful', 'mine']) {
      expect(await find({ tab, module: 'load-balancing' })).toEqual([onLab, onHeading, onLesson]);
      expect(await find({ tab, lab: 'first-balancer' })).toEqual([onLab]);
      expect(await find({ tab, lesson })).toEqual([onHeading, onLesson]);
      expect(await find({ tab, lesson, heading: 'some-heading' })).toEqual([onHeading]);
    }
    expect(readWanted({ lab: '../x' }).lesson).toBeNull();
    expect(readWanted({ heading: 'some-heading' }).heading).toBeNull();
  });
});

describe('a link to a comment', () => {
  it('shows the answer that it hangs on, however far down, and nothing of another thread', async () => {
    const [asker, other] = [await newGuest(), await newGuest()];
    const id = await ask(asker);
    const answers: number[] = [];
    for (let at = 0; at < 4; at += 1)
      answers.push(
        valueOf(await answerQuestion(other, id, { body: `Answer ${at}`, submission: randomUUID() })).id,
      );
    const last = answers.at(-1) ?? 0;
    const comment = { answer: last, body: 'Far down.', submission: randomUUID() };
    const said = valueOf(await addComment(asker, id, comment)).id;
    const thread = await findThread(id, null, { comment: said, limit: 1 });
    expect(thread?.answers.map((one) => one.id)).toContain(last);
    expect(thread?.comments.map((one) => one.id)).toEqual([said]);
    const elsewhere = await ask(other);
    expect((await findThread(elsewhere, null, { comment: said }))?.comments).toEqual([]);
  });
});
