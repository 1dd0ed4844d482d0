import { z } from 'zod';
import { Slug } from '@/lib/courses/course-schema';
import { headingPattern } from '@/lib/progress/progress';
import { sizes } from './question';

/** PostgreSQL's text holds every character but this one; lone surrogates are no text at all. */
const isText = (text: string) => !/[\0\p{Cs}]/u.test(text);
const text = z.string().trim().refine(isText, 'There is a character in it that cannot be stored.');

const Title = text
  .transform((title) => title.replaceAll(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(sizes.titleLeast, `Say the question in at least ${sizes.titleLeast} characters.`)
      .max(sizes.title, `A title has at most ${sizes.title} characters. The rest fits into the details.`),
  );
const Body = text
  .min(sizes.bodyLeast, 'Write something first.')
  .max(
    sizes.body,
    `This is longer than ${sizes.body.toLocaleString('en')} characters. Shorten it, or split it.`,
  );
/** A question may be all in its title. */
const Details = text.max(
  sizes.body,
  `This is longer than ${sizes.body.toLocaleString('en')} characters. Shorten it, or split it.`,
);
/** Quoted as text, whatever it says. */
const Passage = text
  .transform((passage) => passage.replaceAll(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .min(1)
      .max(
        sizes.passage,
        `A passage has at most ${sizes.passage.toLocaleString('en')} characters. Select less of it.`,
      ),
  );
const Submission = z.uuid();
const Version = z.int().min(1).max(1_000_000);

export const AskForm = z.strictObject({
  /** `labs` for a lab; its scenario is then the `lesson`. */
  course: Slug,
  lesson: Slug,
  heading: z.string().regex(headingPattern).nullable().default(null),
  passage: Passage.nullable().default(null),
  /** A lab run of one's own. It becomes public with the question. */
  run: z.uuid().nullable().default(null),
  title: Title,
  body: Details,
  submission: Submission,
});
export type AskForm = z.infer<typeof AskForm>;

export const AnswerForm = z.strictObject({ body: Body, submission: Submission });
export type AnswerForm = z.infer<typeof AnswerForm>;

export const CommentForm = z.strictObject({
  /** The answer that it is about; null: the question itself. */
  answer: z.int().positive().nullable(),
  body: text
    .min(1, 'Write something first.')
    .max(sizes.comment, `A comment has at most ${sizes.comment} characters. Longer thoughts make an answer.`),
  submission: Submission,
});
export type CommentForm = z.infer<typeof CommentForm>;

export const EditQuestionForm = z.strictObject({ title: Title, body: Details, version: Version });
export type EditQuestionForm = z.infer<typeof EditQuestionForm>;

export const EditAnswerForm = z.strictObject({ body: Body, version: Version });
export type EditAnswerForm = z.infer<typeof EditAnswerForm>;

/** Whether the question still applies to the lesson's text of this digest: the one that was seen. */
export const StandingForm = z.strictObject({ applies: z.boolean(), digest: z.string().max(64) });
export const VoteForm = z.strictObject({ isUp: z.boolean() });
export const DeletedForm = z.strictObject({ isDeleted: z.boolean() });
/** Null: no answer is accepted any more. */
export const AcceptForm = z.strictObject({ answer: z.int().positive().nullable() });
export const FollowForm = z.strictObject({ isFollowing: z.boolean() });
export const PreviewForm = z.strictObject({ body: Details });
