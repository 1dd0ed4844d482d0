import 'server-only';
import { db } from '@/lib/db/client';
import { noteLimits, type Note } from './note';

/**
 * Stores notes of one learner: new ones, and newer states of those that are there. A row is found by its owner and its id
 * together, so nobody's request reaches another's note. Returns the ids that the account now holds (in this or a newer
 * state); the others did not fit.
 */
export async function keepRows(userId: string, notes: readonly Note[]): Promise<string[]> {
  return db().$transaction(async (tx) => {
    // One request of an account at a time: what is counted here stays true until the end.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
    const rows = await tx.note.groupBy({ by: ['course', 'lesson'], where: { userId }, _count: true });
    const counts = new Map(rows.map((row) => [`${row.course}/${row.lesson}`, row._count]));
    let total = rows.reduce((sum, row) => sum + row._count, 0);
    const stored = await tx.note.findMany({
      where: { userId, id: { in: notes.map((note) => note.id) } },
      select: { id: true },
    });
    const known = new Set(stored.map((row) => row.id));
    const kept: string[] = [];
    for (const note of notes) {
      const [course = '', lesson = ''] = note.lesson.split('/');
      const { quote, heading, body } = note;
      const updatedAt = notAfterNow(note.updatedAt);
      if (known.has(note.id)) {
        await tx.note.updateMany({
          where: { userId, id: note.id, updatedAt: { lt: updatedAt } },
          data: { body, updatedAt },
        });
      } else {
        const count = counts.get(note.lesson) ?? 0;
        if (count >= noteLimits.perLesson || total >= noteLimits.perAccount) continue;
        const createdAt = notAfterNow(note.createdAt);
        await tx.note.create({
          data: { userId, id: note.id, course, lesson, heading, ...quote, body, createdAt, updatedAt },
        });
        known.add(note.id);
        counts.set(note.lesson, count + 1);
        total += 1;
      }
      kept.push(note.id);
    }
    return kept;
  });
}

const notAfterNow = (instant: string) => new Date(Math.min(Date.parse(instant), Date.now()));

/** A learner's notes, of one lesson or all, oldest first. */
export async function listRows(userId: string, of?: { course: string; lesson: string }): Promise<Note[]> {
  const rows = await db().note.findMany({
    where: { userId, ...of },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    lesson: `${row.course}/${row.lesson}`,
    heading: row.heading,
    quote: { prefix: row.prefix, exact: row.exact, suffix: row.suffix },
    body: row.body,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}

export async function removeRow(userId: string, id: string): Promise<void> {
  await db().note.deleteMany({ where: { userId, id } });
}
