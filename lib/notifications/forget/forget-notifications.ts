import 'server-only';
import { deleteRowsBefore } from './store';

/** How long a notification is kept, read or not. */
const keptDays = 365;

const dayMs = 24 * 60 * 60 * 1000;
const atOnce = 5000;

/** Deletes notifications that are older than a year, in steps, so that no lock is held for long. @returns how many went */
export const forgetNotifications = async (now = new Date()): Promise<number> => {
  const before = new Date(now.getTime() - keptDays * dayMs);
  let total = 0;
  let gone: number;
  do {
    gone = await deleteRowsBefore(before, atOnce);
    total += gone;
  } while (gone === atOnce);
  return total;
};
