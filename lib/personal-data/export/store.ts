import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Section } from './section';

type Row = Record<string, unknown>;
/** The key of the last row of a page, in the section's order. */
type Place = readonly unknown[];

const listed = (parts: readonly Prisma.Sql[]) => Prisma.join([...parts], ', ');

/** One page of a person's rows of a section, after `after`, by an index and not by counting. */
export const readPage = async (
  { from, owner, key, columns, pageRows }: Section,
  userId: string,
  after: Place | null,
): Promise<{ rows: Row[]; next: Place | null }> => {
  const keys = key.map(({ sql }) => Prisma.raw(sql));
  const place = key.map(({ type }, at) => Prisma.sql`${after?.[at] ?? null}::${Prisma.raw(type)}`);
  // The first half says nothing new; it lets the index begin there when the key is of two tables.
  const later = after
    ? Prisma.sql`AND ${keys[0]} >= ${place[0]} AND (${listed(keys)}) > (${listed(place)})`
    : Prisma.empty;
  const found = await db().$queryRaw<Row[]>`
    SELECT ${listed(columns.map((column) => Prisma.raw(`r."${column}"`)))},
      ${listed(keys.map((sql, at) => Prisma.sql`${sql} AS ${Prisma.raw(`"key ${at}"`)}`))}
    FROM ${Prisma.raw(from)} WHERE ${Prisma.raw(owner)} = ${userId}::uuid ${later}
    ORDER BY ${listed(keys)} LIMIT ${pageRows}`;
  const last = found.length < pageRows ? null : found.at(-1);
  return {
    rows: found.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]]))),
    next: last ? key.map((_, at) => last[`key ${at}`]) : null,
  };
};
