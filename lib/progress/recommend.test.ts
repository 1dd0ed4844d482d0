import { describe, expect, it } from 'vitest';
import type { ModuleFacts } from './course-facts';
import { noProgress, setAside, type Progress } from './progress';
import { recommend, rulesInWords } from './recommend';
import { summarise } from './summarise';

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;
const lab = (slug: string, minutes = 10) => ({ slug, title: `The ${slug}`, minutes });
const lesson = (slug: string, ...labs: ReturnType<typeof lab>[]) => ({
  key: `c/${slug}`,
  title: slug.toUpperCase(),
  href: `/courses/c/${slug}`,
  labs,
});
const modules: ModuleFacts[] = [
  { number: 1, title: 'One', planned: 0, lessons: [lesson('a'), lesson('b', lab('split'))] },
  { number: 2, title: 'Two', planned: 3, lessons: [lesson('d', lab('split'), lab('crash', 1))] },
];
const advise = (
  progress: Partial<Progress>,
  labs: Record<string, { passed: number; total: number }> = {},
  now = at(20),
) => recommend({ modules, progress: { ...noProgress(), ...progress }, labs, now });

describe('what to do next', () => {
  it('tells a newcomer where to begin, and nothing else', () => {
    expect(advise({})).toEqual([expect.objectContaining({ kind: 'begin', href: '/courses/c/a' })]);
  });

  it('sends a reader to the lab of what they read, with its time', () => {
    expect(advise({ read: { 'c/b': at(1) } })[0]).toEqual({
      kind: 'break',
      action: 'Do the lab “The split”',
      href: '/labs/split',
      why: 'You read B and have not broken it yet: its lab takes 10 minutes.',
    });
  });

  it('takes the latest read first, and the next lab when the first is solved', () => {
    const read = { 'c/b': at(1), 'c/d': at(2) };
    expect(advise({ read }).filter((one) => one.kind === 'break')).toHaveLength(1);
    const [first] = advise({ read }, { split: { passed: 3, total: 3 } });
    expect(first).toMatchObject({
      kind: 'break',
      href: '/labs/crash',
      why: expect.stringContaining('1 minute.'),
    });
  });

  it('puts a lab that was begun before everything else, and says how far it is', () => {
    const [first] = advise(
      { read: { 'c/d': at(2) }, places: { 'c/a': { heading: 'x', at: at(3) } } },
      { split: { passed: 1, total: 3 } },
    );
    expect(first).toMatchObject({ kind: 'finish-lab', why: expect.stringContaining('1 of its 3 tasks') });
  });

  it('leads back to the place in the lesson that was left last', () => {
    const places = { 'c/a': { heading: 'first', at: at(3) }, 'c/b': { heading: 'größe', at: at(4) } };
    const [first, second] = advise({ places });
    expect(first).toMatchObject({ kind: 'continue', href: `/courses/c/b#${encodeURIComponent('größe')}` });
    expect(second).toMatchObject({ kind: 'continue', href: '/courses/c/a#first' });
    expect(advise({ places, read: { 'c/a': at(5), 'c/b': at(5) } })[0]?.kind).not.toBe('continue');
  });

  it('says when a lesson was left, and what may be done about it', () => {
    const [first] = advise({ places: { 'c/a': { heading: 'first', at: at(3) } } });
    expect(first).toMatchObject({
      unfinished: { lesson: 'c/a', title: 'A' },
      why: 'You began A on 3 November and have not finished it. The link leads to where you stopped.',
    });
  });

  it('does not offer a lesson that was set aside before anything else, and offers it again when read on', () => {
    const places = { 'c/a': { heading: setAside, at: at(3) } };
    expect(advise({ places })[0]).toMatchObject({ kind: 'next', action: 'Read B' });
    expect(advise({ places }).at(-1)).toMatchObject({
      kind: 'aside',
      href: '/courses/c/a',
      why: 'You set A aside on 3 November.',
    });
    expect(advise({ places: { 'c/a': { heading: 'second', at: at(4) } } })[0]).toMatchObject({
      kind: 'continue',
    });
  });

  it('puts a lesson that was left a month ago behind everything that is fresher', () => {
    const places = { 'c/a': { heading: 'first', at: at(1) }, 'c/b': { heading: 'first', at: at(29) } };
    const december = '2026-12-05T10:00:00.000Z';
    expect(advise({ places }, {}, december).map((one) => [one.kind, one.unfinished?.lesson])).toEqual([
      ['continue', 'c/b'],
      ['next', undefined],
      ['continue', 'c/a'],
    ]);
  });

  it('comes to wrong checks, then to unsure answers, the longest ago first', () => {
    const solved = { split: { passed: 3, total: 3 }, crash: { passed: 1, total: 1 } };
    const read = { 'c/a': at(1), 'c/b': at(1), 'c/d': at(1) };
    const checks = { 'c/a/one': { right: false, at: at(2) }, 'c/a/two': { right: true, at: at(2) } };
    const answers = {
      'c/a/q': { rating: 'nearly', at: at(6) },
      'c/b/q': { rating: 'notYet', at: at(5) },
      'c/d/q': { rating: 'could', at: at(4) },
    } as const;
    expect(advise({ read, checks, answers }, solved).map((one) => [one.kind, one.href])).toEqual([
      ['check', '/courses/c/a#check-yourself'],
      ['say', '/courses/c/b#interview-mastery'],
      ['say', '/courses/c/a#interview-mastery'],
    ]);
  });

  it('goes on after the lesson that was read last, and comes round to those that were skipped', () => {
    const solved = { split: { passed: 3, total: 3 }, crash: { passed: 1, total: 1 } };
    expect(advise({ read: { 'c/a': at(1) } }, solved)[0]).toMatchObject({ kind: 'next', action: 'Read B' });
    expect(advise({ read: { 'c/d': at(1) } }, solved)[0]).toMatchObject({ kind: 'next', action: 'Read A' });
  });

  it('has an end', () => {
    const solved = { split: { passed: 3, total: 3 }, crash: { passed: 1, total: 1 } };
    const read = { 'c/a': at(1), 'c/b': at(1), 'c/d': at(1) };
    expect(advise({ read }, solved)).toEqual([expect.objectContaining({ kind: 'done' })]);
  });

  it('gives the same answer to the same progress, in whatever order it was made', () => {
    const read = { 'c/b': at(1), 'c/d': at(1) };
    const reversed = { 'c/d': at(1), 'c/b': at(1) };
    expect(advise({ read })).toEqual(advise({ read: reversed }));
  });

  it('is explained by a sentence for each rule', () => {
    expect(rulesInWords).toHaveLength(8);
  });
});

describe('progress by module', () => {
  it('counts lessons, labs and answers; a lab of two lessons counts once', () => {
    const progress: Progress = {
      ...noProgress(),
      read: { 'c/d': at(1), 'c/gone': at(1) },
      answers: { 'c/d/q': { rating: 'could', at: at(1) }, 'c/d/r': { rating: 'nearly', at: at(1) } },
      checks: { 'c/d/one': { right: true, at: at(1) }, 'c/d/two': { right: false, at: at(1) } },
    };
    const [one, two] = summarise(modules, progress, { crash: { passed: 1, total: 1 } });
    expect(one).toMatchObject({ read: { done: 0, of: 2 }, labs: { done: 0, of: 1 } });
    expect(two).toMatchObject({
      read: { done: 1, of: 1 },
      labs: { done: 1, of: 2 },
      answers: { could: 1, nearly: 1, notYet: 0 },
    });
    expect(two?.lessons[0]?.checks).toEqual({ right: 1, answered: 2 });
  });
});
