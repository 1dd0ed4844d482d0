import type { LessonFacts, ModuleFacts } from './course-facts';
import type { LabStanding } from './lab-standing';
import { setAside, type Progress } from './progress';

export type Recommendation = {
  kind: 'begin' | 'finish-lab' | 'continue' | 'break' | 'check' | 'say' | 'next' | 'aside' | 'done';
  /** What to do, as the words of a link. */
  action: string;
  href: string;
  /** Why this, in a sentence about what the reader did. */
  why: string;
  /** The unfinished lesson that it is about, which can be set aside. */
  unfinished?: { lesson: string; title: string };
};

/** What a person could do next, in words for the page that explains the order. The rules below follow it. */
export const rulesInWords = [
  'A lab that you began and have not solved.',
  'A lesson that you left in the middle within the last 30 days, the latest first.',
  'The lab of a lesson that you have read, the latest read first: reading alone does not stay.',
  'A check that you answered wrong and not yet right.',
  'A model answer that you rated “Not yet” or “Nearly”, the longest ago first.',
  'The next lesson after the one that you read last.',
  'A lesson that you left in the middle longer ago.',
  'A lesson that you set aside, when nothing else is left.',
];

type Given = {
  modules: readonly ModuleFacts[];
  progress: Progress;
  labs: Record<string, LabStanding>;
  /** What `toISOString` writes. */
  now: string;
};

/** After so long it is more likely that a lesson was given up than that it waits to be finished. */
const freshMs = 30 * 24 * 60 * 60 * 1000;

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

const plural = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`;

const isSolved = (standing: LabStanding | undefined) =>
  standing !== undefined && standing.total > 0 && standing.passed >= standing.total;

/** Newest first; equal times in the order of the course. */
const byTime = <Item>(items: readonly Item[], timeOf: (item: Item) => string | undefined) =>
  items
    .flatMap((item) => {
      const at = timeOf(item);
      return at === undefined ? [] : [{ item, at }];
    })
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
    .map(({ item }) => item);

const begunLabs = (lessons: readonly LessonFacts[], { labs }: Given): Recommendation[] => {
  const known = new Map(lessons.flatMap((lesson) => lesson.labs.map((lab) => [lab.slug, lab] as const)));
  return [...known.values()].flatMap((lab) => {
    const standing = labs[lab.slug];
    if (standing === undefined || isSolved(standing)) return [];
    const why =
      standing.passed === 0
        ? 'You started it and have not solved a task yet. Your files are as you left them.'
        : `You solved ${standing.passed} of its ${plural(standing.total, 'task')}. Your files are as you left them.`;
    return [{ kind: 'finish-lab', action: `Finish the lab “${lab.title}”`, href: `/labs/${lab.slug}`, why }];
  });
};

const leftLessons = (lessons: readonly LessonFacts[], { progress }: Given) =>
  byTime(
    lessons.filter((lesson) => !(lesson.key in progress.read)),
    (lesson) => progress.places[lesson.key]?.at,
  ).map((lesson) => {
    const { heading, at } = progress.places[lesson.key] ?? { heading: '', at: '' };
    return { lesson, heading, at, on: day.format(new Date(at)) };
  });

const toContinue = ({ lesson, heading, on }: ReturnType<typeof leftLessons>[number]): Recommendation => ({
  kind: 'continue',
  action: `Continue ${lesson.title}`,
  href: `${lesson.href}#${encodeURIComponent(heading)}`,
  why: `You began ${lesson.title} on ${on} and have not finished it. The link leads to where you stopped.`,
  unfinished: { lesson: lesson.key, title: lesson.title },
});

const isFresh = (at: string, { now }: Given) => Date.parse(now) - Date.parse(at) <= freshMs;

const freshlyLeft = (lessons: readonly LessonFacts[], given: Given): Recommendation[] =>
  leftLessons(lessons, given)
    .filter(({ heading, at }) => heading !== setAside && isFresh(at, given))
    .map(toContinue);

const leftLongAgo = (lessons: readonly LessonFacts[], given: Given): Recommendation[] =>
  leftLessons(lessons, given)
    .filter(({ heading, at }) => heading !== setAside && !isFresh(at, given))
    .map(toContinue);

const putAside = (lessons: readonly LessonFacts[], given: Given): Recommendation[] =>
  leftLessons(lessons, given)
    .filter(({ heading }) => heading === setAside)
    .map(({ lesson, on }) => ({
      kind: 'aside',
      action: `Take up ${lesson.title} again`,
      href: lesson.href,
      why: `You set ${lesson.title} aside on ${on}.`,
    }));

const unbrokenLessons = (lessons: readonly LessonFacts[], { progress, labs }: Given): Recommendation[] =>
  byTime(lessons, (lesson) => progress.read[lesson.key]).flatMap((lesson) => {
    const lab = lesson.labs.find((one) => !isSolved(labs[one.slug]));
    if (lab === undefined || lab.slug in labs) return [];
    const isFirst = lesson.labs[0] === lab;
    const why = isFirst
      ? `You read ${lesson.title} and have not broken it yet: its lab takes ${plural(lab.minutes, 'minute')}.`
      : `You read ${lesson.title}, and one more of its labs is open: it takes ${plural(lab.minutes, 'minute')}.`;
    return [{ kind: 'break', action: `Do the lab “${lab.title}”`, href: `/labs/${lab.slug}`, why }];
  });

const itemsOf = <Entry>(entries: Record<string, Entry>, lesson: LessonFacts) =>
  Object.entries(entries).flatMap(([key, entry]) => (key.startsWith(`${lesson.key}/`) ? [entry] : []));

const wrongChecks = (lessons: readonly LessonFacts[], { progress }: Given): Recommendation[] =>
  lessons.flatMap((lesson) => {
    const answered = itemsOf(progress.checks, lesson);
    const wrong = answered.filter((check) => !check.right).length;
    if (wrong === 0) return [];
    return [
      {
        kind: 'check',
        action: `Answer the checks of ${lesson.title} again`,
        href: `${lesson.href}#check-yourself`,
        why: `You answered ${plural(answered.length, 'check')} there, ${wrong === 1 ? 'one' : wrong} of them not right yet.`,
      },
    ];
  });

const unsaidAnswers = (lessons: readonly LessonFacts[], { progress }: Given): Recommendation[] => {
  const open = lessons.flatMap((lesson) => {
    const unsure = itemsOf(progress.answers, lesson).filter((answer) => answer.rating !== 'could');
    const [oldest] = unsure.map((answer) => answer.at).sort();
    return oldest === undefined ? [] : [{ lesson, count: unsure.length, oldest }];
  });
  return open
    .sort((a, b) => (a.oldest === b.oldest ? 0 : a.oldest < b.oldest ? -1 : 1))
    .map(({ lesson, count }) => ({
      kind: 'say',
      action: `Say the answers of ${lesson.title} aloud`,
      href: `${lesson.href}#interview-mastery`,
      why: `You rated ${plural(count, 'model answer')} there “Nearly” or “Not yet”.`,
    }));
};

const nextLesson = (lessons: readonly LessonFacts[], { progress }: Given): Recommendation[] => {
  const [last] = byTime(lessons, (lesson) => progress.read[lesson.key]);
  const after = last === undefined ? 0 : lessons.indexOf(last) + 1;
  const inOrder = [...lessons.slice(after), ...lessons.slice(0, after)];
  // A lesson that was left in the middle has a rule of its own.
  const next = inOrder.find((lesson) => !(lesson.key in progress.read) && !(lesson.key in progress.places));
  if (next === undefined) return [];
  const why =
    last === undefined
      ? 'It is the first of the lessons that you have not read.'
      : `It is the next that you have not read after ${last.title}.`;
  return [{ kind: 'next', action: `Read ${next.title}`, href: next.href, why }];
};

/** For somebody who has done nothing yet. */
const beginning = (lessons: readonly LessonFacts[]): Recommendation[] =>
  lessons.slice(0, 1).map((lesson) => ({
    kind: 'begin',
    action: `Begin with ${lesson.title}`,
    href: lesson.href,
    why: 'It is the first lesson, and the later ones build on it. Reading it needs no account.',
  }));

/** Everything that could come next, what to do first in front. The same progress gives the same answer. */
export const recommend = (given: Given): Recommendation[] => {
  const lessons = given.modules.flatMap((part) => part.lessons);
  const { progress, labs } = given;
  const isNew =
    Object.keys(labs).length === 0 && Object.values(progress).every((part) => Object.keys(part).length === 0);
  if (isNew) return beginning(lessons);
  const rules = [
    begunLabs,
    freshlyLeft,
    unbrokenLessons,
    wrongChecks,
    unsaidAnswers,
    nextLesson,
    leftLongAgo,
    putAside,
  ];
  const open = rules.flatMap((rule) => rule(lessons, given));
  const once = open.filter((one, index) => open.findIndex((other) => other.href === one.href) === index);
  if (once.length > 0) return once;
  return [
    {
      kind: 'done',
      action: 'Read your notes',
      href: '/notes',
      why: 'You read every published lesson, solved every lab and could say every answer that you rated.',
    },
  ];
};
