import { z } from 'zod';
import { Email } from '@/lib/accounts/forms';
import { type Role, roles } from '@/lib/accounts/roles';
import { type Given, giveRole } from '@/prisma/give-role';
import type { CommandContext } from '../command-context';
import { prepareDatabase } from '../database';
import { findRunningServer } from '../postgres/running-server';
import { prepareSources } from '../prepare-sources';
import { SetupError } from '../setup-error';
import { Cleanup } from '../supervise/cleanup';
import { lockInstance } from '../supervise/instance-lock';

const usage = `Usage: npm run role -- <email> <${roles.join('|')}>`;
const Arguments = z.tuple([Email, z.enum(roles)]);

/** `npm run role -- <email> <role>`: how a site gets its first admin. The embedded database is started when nothing runs. */
export async function role(context: CommandContext): Promise<number> {
  const parsed = Arguments.safeParse(context.args);
  if (!parsed.success) {
    console.error(usage);
    return 2;
  }
  const [email, wanted] = parsed.data;
  const cleanup = new Cleanup((text) => context.progress.say(text));
  try {
    const url = await openDatabase(context, cleanup);
    const given = await giveRole(url, email, wanted).catch((cause: unknown) => {
      const words = cause instanceof Error ? cause.message : String(cause);
      throw new SetupError(`The database cannot be used, and no role was changed: ${words}`, { cause });
    });
    if (given === null)
      throw new SetupError(
        `No account has the address ${email}: sign up with it on the site first, then run this again.`,
      );
    console.log(inWords(email, wanted, given));
    return 0;
  } finally {
    await cleanup.run();
  }
}

async function openDatabase({ settings, progress, signal }: CommandContext, cleanup: Cleanup) {
  const running = settings.databaseUrl === null ? await findRunningServer(settings.dataDir) : null;
  if (running !== null) return running;
  if (settings.databaseUrl === null) {
    const lock = await lockInstance(settings.dataDir);
    cleanup.add('The lock of DATA_DIR', () => lock.release());
  }
  await prepareSources(progress, signal);
  return prepareDatabase(
    settings,
    progress,
    (server) => cleanup.add('PostgreSQL', () => server.stop()),
    signal,
  );
}

function inWords(email: string, wanted: Role, { name, before, isVerified, adminsLeft }: Given): string {
  const sentences = [
    before === wanted
      ? `${name} (${email}) was ${wanted} already.`
      : `${name} (${email}) is ${wanted} now; before: ${before}.`,
    isVerified
      ? ''
      : 'They have not proved that mail to this address reaches them: make sure that it is they.',
    adminsLeft === 0 ? 'Nobody is admin now.' : '',
  ];
  return sentences.filter(Boolean).join(' ');
}
