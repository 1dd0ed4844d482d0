import { z } from 'zod';

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

const LessonSource = z.strictObject({
  slug: Slug,
  title: z.string().min(1),
  /** For narrow columns; the title when absent. */
  shortTitle: z.string().min(1).max(48).optional(),
  summary: z.string().min(1),
  /** `planned` lessons have no text yet and are shown as such, without a link. */
  status: z.enum(['published', 'planned']),
  /** Slugs of the scenarios that belong to the lesson. */
  labs: z.array(Slug).default([]),
});

const ModuleSource = z.strictObject({
  slug: Slug,
  title: z.string().min(1),
  summary: z.string().min(1),
  lessons: z.array(LessonSource).min(1),
});

/** A course as `course.json` describes it. Lesson slugs are unique in the course, since they are its URLs. */
export const CourseSource = z
  .strictObject({
    slug: Slug,
    title: z.string().min(1),
    summary: z.string().min(1),
    modules: z.array(ModuleSource).min(1),
  })
  .refine(
    ({ modules }) => {
      const slugs = modules.flatMap((part) => part.lessons.map((lesson) => lesson.slug));
      return new Set(slugs).size === slugs.length;
    },
    { message: 'Two lessons share a slug.', path: ['modules'] },
  );
export type CourseSource = z.infer<typeof CourseSource>;

/** What a compiled lesson exports besides its text; `outline` and `words` come from the compiler plugin. */
export const LessonExports = z.object({
  goals: z.array(z.string()).default([]),
  /** The day of the last revision. */
  updated: z.iso.date(),
  verifiedWith: z.string().nullable().default(null),
  outline: z.array(
    z.object({ id: z.string(), depth: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
  ),
  words: z.int(),
});
export type Outline = z.infer<typeof LessonExports>['outline'];
