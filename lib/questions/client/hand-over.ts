import { readLocal, writeLocal } from '@/lib/ui/local-text';

/** Words of a lesson on their way to the form: an address has no room for a paragraph, and signing in may come between. */
type Handed = { lesson: string; heading: string; passage: string };

const key = 'mastery.ask';

/** In the form's address: there are words to take over. */
export const handedParameter = 'quote';

/** `lesson` is `course/lesson`; `heading` the id of the heading above, or empty. False when this browser keeps nothing. */
export const handOver = (handed: Handed): boolean => writeLocal(key, JSON.stringify(handed));

export const forgetHanded = () => writeLocal(key, null);

/** The words that were handed over for this place, or ''. */
export const readHanded = (lesson: string, heading: string): string => {
  try {
    const kept: unknown = JSON.parse(readLocal(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return '';
    const passage: unknown = Reflect.get(kept, 'passage');
    const isHere = Reflect.get(kept, 'lesson') === lesson && Reflect.get(kept, 'heading') === heading;
    return isHere && typeof passage === 'string' ? passage : '';
  } catch {
    return '';
  }
};
