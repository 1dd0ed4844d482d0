import 'server-only';
import { z } from 'zod';
import type { Role } from './roles';
import { findPersonRow } from './store';

/** What everybody may know of somebody. */
export type Person = {
  id: string;
  name: string;
  about: string;
  role: Role;
  isGuest: boolean;
  createdAt: Date;
};

/** A person by the id of their page, or null: there is nobody of this id (any more). */
export const findPerson = async (id: string): Promise<Person | null> =>
  z.uuid().lowercase().safeParse(id).success ? findPersonRow(id) : null;
