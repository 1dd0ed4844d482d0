import { describe, expect, it } from 'vitest';
import { decideCase } from '@/lib/moderation/decide-case';
import { flagPost } from '@/lib/moderation/flag-post';
import { listCases } from '@/lib/moderation/list-cases';
import { flagOf, hideOf } from '@/tests/support/moderation';
import { newMember, newModerator } from '@/tests/support/people';
import { ask } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('the queue', () => {
  it('shows every case once, the oldest first, by keyset, grouped by post', async () => {
    const moderator = await newModerator();
    const before = await listCases(null, 1000);
    const [asker, one, two] = [await newMember(), await newMember(), await newMember()];
    const ids = [await ask(asker), await ask(asker), await ask(asker), await ask(asker)];
    for (const id of ids) await flagPost(one, flagOf('question', id));
    const [first = 0, , , last = 0] = ids;
    await flagPost(two, flagOf('question', first, { reason: 'rude', words: 'The last line.' }));
    const seen: number[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await listCases(after ?? null, 2);
      seen.push(...page.cases.map(({ id }) => id));
      after = page.next;
    }
    expect(seen.slice(before.cases.length)).toEqual(ids);
    const { cases, waiting } = await listCases(null, 1000);
    expect(waiting.reports).toBe(before.waiting.reports + 5);
    expect(waiting.reportedPosts).toBe(before.waiting.reportedPosts + 4);
    const grouped = cases.find(({ id, kind }) => id === first && kind === 'question');
    expect(grouped?.flags).toMatchObject([
      { reason: 'spam' },
      { reason: 'rude', words: 'The last line.', reporter: two.viewer.name },
    ]);
    expect(grouped).toMatchObject({
      author: {
        id: asker.viewer.id,
        posts: 4,
        hiddenPosts: 0,
        upheldFlags: 0,
        suspensions: 0,
        isGuest: false,
      },
    });
    await decideCase(moderator.viewer, hideOf('question', last));
    const next = (await listCases(null, 1000)).cases.find(
      ({ id, kind }) => id === first && kind === 'question',
    );
    expect(next?.author).toMatchObject({ hiddenPosts: 1, upheldFlags: 1 });
  });

  it('takes any place that an address may name', async () => {
    for (const after of ['', 'x', '1', '1.2', '-1.0.1', '1e99.0.1', '0.0.99999999999', '9.9.9', "1.0.1'--"])
      expect((await listCases(after, 5)).cases.length, after).toBeGreaterThan(0);
  });
});
