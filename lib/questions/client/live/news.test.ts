import { describe, expect, it } from 'vitest';
import { arrivalWords, firstArrival, mustAsk, waitingWords, type News } from './news';

const news = (what: News['what'], change: Partial<News> = {}): News => ({
  what,
  answer: 5,
  comment: null,
  isOwn: false,
  ...change,
});
const view = { top: 52, bottom: 900 };
const band = (top: number, bottom: number, isEdge = false) => ({ top, bottom, isEdge });

describe('a change of a thread on screen', () => {
  it('out of sight is shown at once, whatever the person does', () => {
    for (const isBusy of [false, true]) {
      expect(mustAsk(news('edited'), band(1000, 1200), view, isBusy)).toBe(false);
      expect(mustAsk(news('removed'), band(-500, 10), view, isBusy)).toBe(false);
      expect(mustAsk(news('answered'), band(950, 950, true), view, isBusy)).toBe(false);
      expect(mustAsk(news('commented'), null, view, isBusy), 'on another page').toBe(false);
    }
  });

  it('in what is being read is offered', () => {
    for (const what of ['edited', 'removed', 'commented', 'accepted'] as const)
      expect(mustAsk(news(what), band(-100, 300), view, false), what).toBe(true);
  });

  it('that only adds below is shown, unless the person types there', () => {
    expect(mustAsk(news('answered'), band(600, 600, true), view, false)).toBe(false);
    expect(mustAsk(news('answered'), band(600, 600, true), view, true)).toBe(true);
    expect(mustAsk(news('locked'), null, view, false)).toBe(false);
    expect(mustAsk(news('locked'), null, view, true)).toBe(true);
  });

  it('of unknown extent is offered, and one’s own is shown', () => {
    expect(mustAsk(news('missed'), null, view, false)).toBe(true);
    expect(mustAsk(news('edited', { isOwn: true }), band(100, 200), view, true)).toBe(false);
  });
});

describe('an edit of the question', () => {
  it('is offered wherever it is, since with another title the page begins anew', () => {
    const edit = news('edited', { answer: null });
    expect(mustAsk(edit, band(-900, -100), view, false)).toBe(true);
    expect(mustAsk({ ...edit, isOwn: true }, band(-900, -100), view, false)).toBe(false);
    expect(mustAsk({ ...edit, isOwn: true }, band(-900, -100), view, true)).toBe(true);
  });
});

describe('the words for it', () => {
  it('count what came in, and leave out one’s own', () => {
    expect(arrivalWords([news('answered')])).toBe('1 new answer');
    expect(arrivalWords([news('answered'), news('commented'), news('answered'), news('edited')])).toBe(
      '2 new answers and 1 new comment',
    );
    expect(arrivalWords([news('answered', { isOwn: true })])).toBe('');
    expect(arrivalWords([news('missed')], 3)).toBe('3 new answers');
    expect(arrivalWords([news('missed')], -1)).toBe('');
  });

  it('say what else happened', () => {
    expect(arrivalWords([news('accepted')])).toBe('The asker accepted an answer');
    expect(arrivalWords([news('locked'), news('edited')])).toBe('This question takes no more answers');
    expect(waitingWords([news('edited')])).toBe('Something here was edited or removed');
    expect(waitingWords([news('missed')])).toBe('This thread has changed');
    expect(waitingWords([news('missed')], 1)).toBe('1 new answer');
  });

  it('lead to the first that came in', () => {
    const [own, first] = [news('answered', { isOwn: true }), news('commented', { comment: 7 })];
    expect(firstArrival([own, first, news('answered')])).toBe(first);
    expect(firstArrival([news('edited')])).toBeNull();
  });
});
