// First, since it gives Next what it looks for when it is loaded.
import { callRoute } from '@/tests/support/next-request';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { requireRole } from '@/lib/accounts/require-role';
import { mayAdminister, mayModerate, type Role } from '@/lib/accounts/roles';
import { setRole } from '@/lib/accounts/set-role';
import { db } from '@/lib/db/client';
import { valueOf } from '@/tests/support/outcomes';
import { newAccount, newGuest } from '@/tests/support/people';
import { withSite } from '@/tests/support/with-site';

withSite();

const roleOf = async (id: string) => (await db().user.findUniqueOrThrow({ where: { id } })).role;
const entriesOf = (userId: string) => db().auditEntry.findMany({ where: { userId }, orderBy: { id: 'asc' } });
const post = async (cookie: string, person: string, body: unknown, origin = 'http://localhost:3000') => {
  const { POST } = await import('@/app/api/accounts/people/[person]/role/route');
  const headers = { cookie, host: 'localhost:3000', origin, 'content-type': 'application/json' };
  const request = new Request('http://localhost:3000/x', {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({ person }) });
};

describe('giving a role', () => {
  it('is done by an admin, holds at once, and is written down', async () => {
    const [admin, person] = [await newAccount({ role: 'admin' }), await newAccount()];
    expect((await post(admin.cookie, person.viewer.id, { role: 'moderator' })).status).toBe(200);
    const viewer = await person.find();
    expect(mayModerate(viewer)).toBe(true);
    expect((await post(admin.cookie, person.viewer.id, { role: 'learner' })).status).toBe(200);
    expect(await entriesOf(person.viewer.id)).toMatchObject([
      { action: 'role', actorId: admin.viewer.id, details: { from: 'learner', to: 'moderator' } },
      { action: 'role', actorId: admin.viewer.id, details: { from: 'moderator', to: 'learner' } },
    ]);
  });

  it('that one has already changes nothing and writes nothing, also when it is sent twice at once', async () => {
    const [admin, person] = [await newAccount({ role: 'admin' }), await newAccount()];
    const set = () => setRole(admin.viewer, person.viewer.id, 'mentor');
    const answers = await Promise.all([set(), set(), set()]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await entriesOf(person.viewer.id)).toHaveLength(1);
  });

  it.each(['learner', 'mentor', 'moderator'] as const)('is nothing that a %s can do', async (role) => {
    const [person, other] = [await newAccount({ role }), await newAccount()];
    expect((await post(person.cookie, other.viewer.id, { role: 'admin' })).status).toBe(403);
    expect((await post(person.cookie, person.viewer.id, { role: 'admin' })).status).toBe(403);
    expect([await roleOf(other.viewer.id), await roleOf(person.viewer.id)]).toEqual(['learner', role]);
    expect(await entriesOf(other.viewer.id)).toEqual([]);
  });

  it('is refused for oneself, for guests, for nobody, from elsewhere, and for roles that are none', async () => {
    const [admin, person, guest] = [
      await newAccount({ role: 'admin' }),
      await newAccount(),
      await newGuest(),
    ];
    const status = async (id: string, body: unknown, origin?: string) =>
      (await post(admin.cookie, id, body, origin)).status;
    expect(await status(admin.viewer.id, { role: 'learner' })).toBe(403);
    expect(await status(guest.viewer.id, { role: 'mentor' })).toBe(409);
    for (const id of [randomUUID(), 'x', "' OR true --"])
      expect(await status(id, { role: 'mentor' })).toBe(404);
    expect(await status(person.viewer.id, { role: 'king' })).toBe(422);
    expect(await status(person.viewer.id, { role: 'mentor', name: 'x' })).toBe(422);
    expect(await status(person.viewer.id, { role: 'mentor' }, 'https://evil.example')).toBe(403);
    expect((await post('', person.viewer.id, { role: 'mentor' })).status).toBe(401);
    expect(await roleOf(admin.viewer.id)).toBe('admin');
    expect(await roleOf(person.viewer.id)).toBe('learner');
  });

  it('always leaves an admin: two who demote each other at once are one after the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      await db().user.updateMany({ where: { role: 'admin' }, data: { role: 'learner' } });
      const [one, two] = [await newAccount({ role: 'admin' }), await newAccount({ role: 'admin' })];
      const answers = await Promise.all([
        setRole(one.viewer, two.viewer.id, 'learner'),
        setRole(two.viewer, one.viewer.id, 'learner'),
      ]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await db().user.count({ where: { role: 'admin' } })).toBe(1);
    }
  });

  it('is not done when it cannot be written down', async () => {
    const [admin, person] = [await newAccount({ role: 'admin' }), await newAccount()];
    await db().$executeRawUnsafe(
      `ALTER TABLE "AuditEntry" ADD CONSTRAINT "full" CHECK ("action" <> 'role') NOT VALID`,
    );
    await expect(setRole(admin.viewer, person.viewer.id, 'mentor')).rejects.toThrow();
    await db().$executeRawUnsafe('ALTER TABLE "AuditEntry" DROP CONSTRAINT "full"');
    expect(await roleOf(person.viewer.id)).toBe('learner');
    valueOf(await setRole(admin.viewer, person.viewer.id, 'mentor'));
  });
});

describe('a page of a role', () => {
  const open = async (may: typeof mayModerate, cookie: string) => {
    const page = async () => Response.json((await requireRole(may)).name);
    const request = new Request('http://localhost:3000/moderation', { headers: { cookie } });
    try {
      return (await callRoute(page, request, {})).status;
    } catch (error) {
      return error instanceof Error && 'digest' in error ? String(error.digest) : 'unknown';
    }
  };
  const notFound = 'NEXT_HTTP_ERROR_FALLBACK;404';

  it('is there for those who may, and not found by everybody else', async () => {
    const cookies = new Map<Role, string>();
    for (const role of ['learner', 'mentor', 'moderator', 'admin'] as const)
      cookies.set(role, (await newAccount({ role })).cookie);
    const opened = async (may: typeof mayModerate) =>
      Promise.all([...cookies.values(), ''].map((cookie) => open(may, cookie)));
    expect(await opened(mayModerate)).toEqual([notFound, notFound, 200, 200, notFound]);
    expect(await opened(mayAdminister)).toEqual([notFound, notFound, notFound, 200, notFound]);
  });
});
