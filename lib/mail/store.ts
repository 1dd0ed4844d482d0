import 'server-only';
import { db } from '@/lib/db/client';
import type { Mail } from './mail';

export const insertMail = async (mail: Mail): Promise<void> => {
  await db().outgoingMail.create({ data: mail, select: { id: true } });
};
