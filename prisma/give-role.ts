import { Client } from 'pg';
import type { Role } from '@/lib/accounts/roles';
import { roleLock } from '@/lib/accounts/staff/role-lock';

export type Given = { name: string; before: Role; isVerified: boolean; adminsLeft: number };

type Row = { id: string; name: string; role: Role; isVerified: boolean };

/**
 * Gives the account of an address a role, on behalf of whoever runs the site, and writes it into the audit trail.
 * @returns null when no account has this address
 */
export async function giveRole(databaseUrl: string, email: string, role: Role): Promise<Given | null> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query('BEGIN');
    const given = await change(client, email, role);
    await client.query('COMMIT');
    return given;
  } finally {
    // Without COMMIT the server takes everything back.
    await client.end();
  }
}

async function change(client: Client, email: string, role: Role): Promise<Given | null> {
  await client.query('SELECT pg_advisory_xact_lock($1::int)', [roleLock]);
  const found = await client.query<Row>(
    `SELECT "id", "name", "role"::text AS "role", "emailVerifiedAt" IS NOT NULL AS "isVerified"
       FROM "User" WHERE "email" = $1 FOR NO KEY UPDATE`,
    [email],
  );
  const [user] = found.rows;
  if (!user) return null;
  if (user.role !== role) {
    await client.query('UPDATE "User" SET "role" = $2::"Role", "updatedAt" = now() WHERE "id" = $1', [
      user.id,
      role,
    ]);
    await client.query(
      `INSERT INTO "AuditEntry" ("userId", "action", "reason", "details") VALUES ($1, 'role', 'npm run role', $2)`,
      [user.id, { from: user.role, to: role }],
    );
  }
  const admins = await client.query<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "User" WHERE "role" = 'admin'`,
  );
  const { name, role: before, isVerified } = user;
  return { name, before, isVerified, adminsLeft: admins.rows[0]?.count ?? 0 };
}
