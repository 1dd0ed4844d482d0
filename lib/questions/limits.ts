import type { Limit } from '@/lib/limits/take-use';

export type Act = 'ask' | 'answer' | 'comment' | 'vote' | 'edit' | 'flag';

const hour = 60 * 60;

/**
 * Acts an hour: of an account, of a newcomer (a guest, or an account of less than a day) and of one address, behind which a
 * class may sit. Nobody who reads and thinks comes near; a script does.
 */
const perHour: Record<Act, { account: number; newcomer: number; address: number }> = {
  ask: { account: 20, newcomer: 5, address: 40 },
  answer: { account: 60, newcomer: 20, address: 120 },
  comment: { account: 120, newcomer: 30, address: 240 },
  vote: { account: 600, newcomer: 300, address: 1200 },
  edit: { account: 120, newcomer: 60, address: 240 },
  flag: { account: 30, newcomer: 8, address: 60 },
};

export const newcomerHours = 24;

/** So long an account's posts are judged before others see them; a guest's always are (docs/decisions/0075). */
export const judgedDays = 7;

export const limitOf = (act: Act, whose: 'account' | 'newcomer' | 'address'): Limit => ({
  name: `questions:${act}:${whose}`,
  max: perHour[act][whose],
  windowSeconds: hour,
});

/** Every lesson page asks for its questions once; signed-out readers share an address behind one router. */
export const listByAddress: Limit = { name: 'questions:list', max: 3000, windowSeconds: 5 * 60 };
/** While a title is typed. */
export const similarByViewer: Limit = { name: 'questions:similar', max: 300, windowSeconds: 5 * 60 };
export const previewByViewer: Limit = { name: 'questions:preview', max: 300, windowSeconds: 5 * 60 };
/** Accepting, deleting, restoring, and reading one's own words again. */
export const changeByViewer: Limit = { name: 'questions:change', max: 200, windowSeconds: 5 * 60 };
/** An open thread asks to be told of changes: once, and again whenever its window comes to the front. */
export const openByViewer: Limit = { name: 'questions:live', max: 1000, windowSeconds: 5 * 60 };
