import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';

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
