import { randomUUID } from 'node:crypto';
import { checkCredentials } from '@/lib/accounts/check-credentials';
import { findViewer } from '@/lib/accounts/find-viewer';
import type { Role } from '@/lib/accounts/roles';
import { signUp } from '@/lib/accounts/sign-up';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/questions/take-turn';
import { valueOf } from './question-people';
import { sessionCookie } from './sessions';

export const password = 'quorum-lease-fence-42';

/** Somebody who signed up and is signed in, with an address of their own. */
export const newAccount = async (
  change: { name?: string; role?: Role } = {},
): Promise<Actor & { cookie: string; email: string }> => {
  const address = randomUUID();
  const account = { name: change.name ?? 'Ada', email: `ada-${randomUUID()}@example.org`, password };
  valueOf(await signUp(account, null));
  const { id } = valueOf(await checkCredentials(account, address));
  if (change.role) await db().user.update({ where: { id }, data: { role: change.role } });
  const cookie = await sessionCookie({ id });
  const viewer = await findViewer(new Request('http://localhost:3000/x', { headers: { cookie } }));
  if (!viewer) throw new Error('The account has no session.');
  return { viewer, address, cookie, email: account.email };
};

/** Gives a person a row in everything that hangs on an account besides what they write in questions. */
export const fillAccount = async (userId: string): Promise<void> => {
  const [course, lesson, scenario, at] = ['c', 'l', 's', new Date()];
  const run = await db().labRun.create({
    data: { userId, scenario, timeline: [{ note: 'timeline of mine' }] },
  });
  await db().user.update({
    where: { id: userId },
    data: {
      identities: { create: { provider: 'github', subject: `subject ${userId}` } },
      mailLinks: {
        create: {
          digest: `digest ${userId}`,
          purpose: 'verifyEmail',
          email: `${userId}@example.org`,
          expiresAt: at,
        },
      },
      progress: { create: { course, lesson } },
      checkAnswers: { create: { course, lesson, check: 'k', isRight: true, answeredAt: at } },
      places: { create: { course, lesson, heading: 'h', leftAt: at } },
      rated: { create: { course, lesson, question: 'q', rating: 'nearly', ratedAt: at } },
      notes: {
        create: {
          ...{ id: randomUUID(), course, lesson, prefix: '', exact: 'words', suffix: '' },
          ...{ body: 'a note of mine', createdAt: at, updatedAt: at },
        },
      },
      labWorkspaces: { create: { scenario, balancer: 'nginx', files: { nginx: 'a file of mine' } } },
      labResults: { create: { scenario, task: 't', runId: run.id, verdict: { ok: true }, verdictAt: at } },
      runCards: { create: { runId: run.id, card: { title: 'a card of mine' } } },
    },
  });
  await db().auditEntry.createMany({
    data: [
      {
        userId,
        actorId: randomUUID(),
        action: 'suspend',
        reason: 'said to me',
        details: { reporter: 'a stranger' },
      },
      { userId: randomUUID(), actorId: userId, action: 'hide', reason: 'said by me' },
    ],
  });
};
