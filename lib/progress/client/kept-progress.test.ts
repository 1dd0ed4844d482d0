import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mostEntries, noProgress, type Progress } from '../progress';
import { findKept, forgetRead, keepProgress, keptProgressKey } from './kept-progress';
import { mergeKeptProgress } from './merge-kept';

const at = '2026-11-23T10:00:00.000Z';
const part = (change: Partial<Progress>): Progress => ({ ...noProgress(), ...change });

const createStorage = (limit = Infinity) => {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    removeItem: (key: string) => void texts.delete(key),
    setItem: (key: string, text: string) => {
      if (text.length > limit) throw new DOMException('full', 'QuotaExceededError');
      texts.set(key, text);
    },
  };
};

let storage: ReturnType<typeof createStorage>;
beforeEach(() => {
  storage = createStorage();
  vi.stubGlobal('localStorage', storage);
});

describe('what a browser keeps', () => {
  it('is found again, apart for visitors and each account', () => {
    keepProgress(null, part({ read: { 'c/a': at } }));
    keepProgress('ada', part({ read: { 'c/b': at } }));
    expect(findKept(null).read).toEqual({ 'c/a': at });
    expect(findKept('ada').read).toEqual({ 'c/b': at });
    expect(findKept('bob')).toEqual(noProgress());
  });

  it('grows by what another tab kept meanwhile', () => {
    keepProgress(null, part({ read: { 'c/a': at } }));
    keepProgress(null, part({ places: { 'c/b': { heading: 'x', at } } }));
    expect(findKept(null)).toEqual(part({ read: { 'c/a': at }, places: { 'c/b': { heading: 'x', at } } }));
  });

  it.each(['', '{', 'null', '[]', '{"version":2,"read":{"c/a":"2026-11-23T10:00:00.000Z"}}'])(
    'is nothing when it is broken or of another version: %s',
    (text) => {
      storage.texts.set(keptProgressKey(null), text);
      expect(findKept(null)).toEqual(noProgress());
      expect(keepProgress(null, part({ read: { 'c/b': at } }))).toBe(true);
      expect(findKept(null).read).toEqual({ 'c/b': at });
    },
  );

  it('is bounded', () => {
    for (let from = 0; from < 3; from += 1) {
      const read = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`c/l${from}-${index}`, at]));
      keepProgress(null, part({ read }));
    }
    const kept = Object.keys(findKept(null).read);
    expect(kept).toHaveLength(mostEntries.read);
    expect(kept.at(-1)).toBe('c/l2-199');
  });

  it('says so when storage is full or forbidden, and breaks nothing', () => {
    vi.stubGlobal('localStorage', createStorage(10));
    expect(keepProgress(null, part({ read: { 'c/a': at } }))).toBe(false);
    vi.stubGlobal('localStorage', undefined);
    expect(keepProgress(null, part({ read: { 'c/a': at } }))).toBe(false);
    expect(findKept(null)).toEqual(noProgress());
  });

  it('forgets a lesson that was marked by mistake, and leaves no empty husk', () => {
    keepProgress(null, part({ read: { 'c/a': at } }));
    forgetRead(null, 'c/a');
    expect(storage.texts.size).toBe(0);
  });
});

describe('merging into an account', () => {
  const answers = (status: number, meanwhile?: () => void) => {
    const bodies: unknown[] = [];
    vi.stubGlobal('fetch', async (_path: string, init: { body: string }) => {
      bodies.push(JSON.parse(init.body));
      meanwhile?.();
      return status === 204
        ? new Response(null, { status })
        : Response.json({ error: { message: 'x' } }, { status });
    });
    return bodies;
  };

  it('sends what visitors and this learner left, and then keeps it no longer', async () => {
    keepProgress(null, part({ read: { 'c/a': at } }));
    keepProgress('ada', part({ read: { 'c/b': at } }));
    keepProgress('bob', part({ read: { 'c/secret': at } }));
    const bodies = answers(204);
    await mergeKeptProgress('ada');
    expect(bodies).toMatchObject([{ read: { 'c/a': at } }, { read: { 'c/b': at } }]);
    expect([...storage.texts.keys()]).toEqual([keptProgressKey('bob')]);
  });

  it('keeps it when the site does not take it', async () => {
    keepProgress(null, part({ read: { 'c/a': at } }));
    answers(503);
    await mergeKeptProgress('ada');
    expect(findKept(null).read).toEqual({ 'c/a': at });
  });

  it('keeps what was added while the request was under way', async () => {
    keepProgress(null, part({ read: { 'c/a': at } }));
    answers(204, () => keepProgress(null, part({ read: { 'c/b': at } })));
    await mergeKeptProgress('ada');
    expect(Object.keys(findKept(null).read)).toContain('c/b');
  });
});
