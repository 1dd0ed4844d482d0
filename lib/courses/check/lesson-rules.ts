import { checkChecks } from './rules/checks';
import { checkComponents } from './rules/components';
import { checkFences } from './rules/fences';
import { checkHead } from './rules/head';
import { checkHeadings, checkIds } from './rules/headings';
import { checkInterview } from './rules/interview';
import { checkLength } from './rules/length';
import { checkLinks } from './rules/links';
import { checkMisconceptions } from './rules/misconceptions';
import { checkPictures } from './rules/pictures';
import { checkReferences } from './rules/references';
import type { Rule } from './world';

/** What every lesson is held to. */
export const lessonRules: readonly Rule[] = [
  checkHead,
  checkHeadings,
  checkIds,
  checkLength,
  checkLinks,
  checkReferences,
  checkComponents,
  checkPictures,
  checkFences,
  checkInterview,
  checkMisconceptions,
  checkChecks,
];
