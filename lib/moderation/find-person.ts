import 'server-only';
import type { Case, PersonRecord } from './case';
import { readCases } from './list-cases';
import { listLastPosts, listPeople } from './queue/store';

const mostPosts = 20;

/** A person as moderators see them, with what they posted last. */
export const findPerson = async (
  id: string,
): Promise<{ person: PersonRecord; posts: Case[]; readAt: number } | null> => {
  const [person] = await listPeople([id]);
  if (!person) return null;
  return { person, posts: await readCases(await listLastPosts(id, mostPosts)), readAt: Date.now() };
};
