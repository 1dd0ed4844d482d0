import type { LabStanding } from '@/lib/progress/lab-standing';
import type { Progress } from '@/lib/progress/progress';

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);

/**
 * Marks read lessons and solved labs, and counts them by module. It sets attributes only; the style sheets have kept the
 * room for the marks.
 */
export const paintProgress = (progress: Progress, labs: Record<string, LabStanding>) => {
  for (const lesson of all('[data-lesson]'))
    lesson.toggleAttribute('data-read', (lesson.dataset.lesson ?? '') in progress.read);
  for (const mark of all('[data-labs]')) {
    const slugs = (mark.dataset.labs ?? '').split(' ');
    const isSolved = slugs.every((slug) => {
      const standing = labs[slug];
      return standing !== undefined && standing.passed >= standing.total;
    });
    mark.toggleAttribute('data-solved', isSolved);
  }
  for (const count of all('[data-module-count]')) {
    const room = count.closest('[data-module]');
    const done = room?.querySelectorAll('[data-lesson][data-read]').length ?? 0;
    count.dataset.done = String(done);
  }
};
