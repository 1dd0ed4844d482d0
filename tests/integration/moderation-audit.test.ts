import { describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { decideCase } from '@/lib/moderation/decide-case';
import { listAudit } from '@/lib/moderation/list-audit';
import { findThread } from '@/lib/questions/find-thread';
import { hideOf, toldTo, trailOf } from '@/tests/support/moderation';
import { newMember, newModerator } from '@/tests/support/people';
import { ask } from '@/tests/support/posts';
import { withSite } from '@/tests/support/with-site';

withSite();

describe('the audit trail', () => {
  it('cannot be changed, cut or emptied', async () => {
    const id = await ask(await newMember());
    await decideCase((await newModerator()).viewer, hideOf('question', id));
    const stays = /The audit trail is not changed/;
    await expect(db().auditEntry.updateMany({ data: { reason: '' } })).rejects.toThrow(stays);
    await expect(db().auditEntry.deleteMany({})).rejects.toThrow(stays);
    await expect(db().$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow(stays);
  });

  it('goes through everything once, newest first, and is filtered by person and question', async () => {
    const [moderator, other] = [await newModerator(), await newModerator()];
    const asker = await newMember();
    const ids = [await ask(asker), await ask(asker), await ask(asker)];
    for (const id of ids) await decideCase(moderator.viewer, hideOf('question', id));
    const [first = 0] = ids;
    await decideCase(other.viewer, { act: 'restore', kind: 'question', id: first, reason: 'A mistake.' });
    const seen: number[] = [];
    for (let before: number | null | undefined; before !== null;) {
      const page = await listAudit({ person: { id: asker.viewer.id }, question: null }, before ?? null, 2);
      seen.push(...page.lines.map(({ post }) => post?.id ?? 0));
      before = page.next;
    }
    expect(seen).toEqual([first, ...ids.toReversed()]);
    expect(await trailOf(first)).toEqual(['hide', 'restore']);
    const byOther = await listAudit({ person: { id: other.viewer.id }, question: null });
    expect(byOther.lines).toMatchObject([
      { action: 'restore', reason: 'A mistake.', actor: { name: other.viewer.name } },
    ]);
    const byName = await listAudit({ person: { name: other.viewer.name.toUpperCase() }, question: first });
    expect(byName.lines.map(({ action }) => action)).toContain('restore');
  });

  it('is written with what it tells, or neither is', async () => {
    const moderator = await newModerator();
    const asker = await newMember();
    const id = await ask(asker);
    await db()
      .$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT never CHECK ("action" <> 'hide') NOT VALID`;
    await expect(decideCase(moderator.viewer, hideOf('question', id))).rejects.toThrow();
    await db().$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT never`;
    expect((await findThread(id, null))?.question.hidden).toBeNull();
    expect(await toldTo(asker)).toEqual([]);
  });
});
