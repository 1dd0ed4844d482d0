import { accountSections } from './account-sections';
import { learningSections } from './learning-sections';
import { questionSections } from './question-sections';
import type { Section } from './section';

/** The export, in the order of the file. A test holds it against prisma/schema.prisma: no model and no column is forgotten. */
export const sections: readonly Section[] = [...accountSections, ...questionSections, ...learningSections];

/** Relations to a person that are not exported as theirs, each with the reason. */
export const notExported: Readonly<Record<string, string>> = {
  'Revision.editor': 'What a post said before belongs to its author and is in the author’s file.',
  'Notification.actor': 'A notification belongs to who was told.',
  'Flag.resolver': 'A report belongs to who made it; the decision is in the audit trail, which is exported.',
};
