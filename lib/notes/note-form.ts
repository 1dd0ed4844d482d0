import { z } from 'zod';
import { headingPattern, instantPattern, lessonKeyPattern } from '@/lib/progress/progress';
import { idPattern, noteLimits } from './note';

const Instant = z.string().regex(instantPattern).pipe(z.iso.datetime());
const Context = z.string().max(noteLimits.context);

/** PostgreSQL's text holds every character but this one. */
const withoutNul = (text: string) => !text.includes('\0');

const NoteForm = z.strictObject({
  id: z.string().regex(idPattern),
  lesson: z.string().regex(lessonKeyPattern),
  heading: z.string().regex(headingPattern).nullable(),
  quote: z
    .strictObject({
      prefix: Context,
      exact: z.string().min(1).max(noteLimits.exact, 'Highlight at most 2,000 characters at once.'),
      suffix: Context,
    })
    .refine((quote) => withoutNul(quote.prefix + quote.exact + quote.suffix)),
  body: z.string().max(noteLimits.body, 'A note has at most 4,000 characters.').refine(withoutNul),
  createdAt: Instant,
  updatedAt: Instant,
});

export const NotesForm = z.strictObject({ notes: z.array(NoteForm).min(1).max(noteLimits.atOnce) });
