import { loadCatalogue } from '@/labs/scenarios/catalogue';
import { checkContent } from '@/lib/courses/check/check-content';
import type { Problem } from '@/lib/courses/problem';
import { projectRoot } from './project';

/** What is wrong below content/; `withDrafts` holds lessons that course.json calls planned to the rules too. */
export const findContentProblems = (withDrafts: boolean): Problem[] =>
  checkContent({ projectRoot, labs: loadCatalogue().map(({ slug }) => slug), withDrafts });
