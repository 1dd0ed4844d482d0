import { hasAnchor } from '../anchors';
import { problemAt, type LessonSource } from '../lesson-source';
import type { Rule, World } from '../world';

const anywhere = 'https://site.invalid';

const findFault = (url: string, lesson: LessonSource, world: World): string | null => {
  if (url.startsWith('#')) return faultOfAnchor(lesson, url.slice(1));
  if (/^(https?|mailto):/i.test(url)) return null;
  if (!url.startsWith('/') || url.startsWith('//'))
    return 'A link inside the site begins with "/", one to elsewhere with "https://".';
  const { pathname, hash } = new URL(url, anywhere);
  const anchor = decodeURIComponent(hash.slice(1));
  const [room, first, second] = pathname.split('/').slice(1);
  if (room === 'courses' && first === world.course && second !== undefined)
    return faultOfLesson(second, anchor, world);
  if (room === 'courses' && first === world.course) return faultOfModule(anchor, world);
  if (room === 'labs' && first !== undefined && first !== '')
    return world.labs.has(first) ? null : `There is no lab "${first}".`;
  if (!world.hasPage(pathname)) return `The site has no page ${pathname}.`;
  if (pathname === '/glossary' && anchor !== '' && !world.terms.has(anchor))
    return `The glossary has no term "${anchor}".`;
  if (pathname === '/numbers' && anchor !== '' && !world.numbers.has(anchor))
    return `The table of numbers has no "${anchor}".`;
  return null;
};

const faultOfAnchor = (lesson: LessonSource, anchor: string) =>
  anchor === '' || hasAnchor(lesson, decodeURIComponent(anchor))
    ? null
    : `No heading or question of "${lesson.slug}" has the id "${anchor}".`;

const faultOfLesson = (slug: string, anchor: string, world: World) => {
  if (!world.lessons.has(slug)) return `The course has no lesson "${slug}".`;
  // A planned lesson is named without a link until it is written.
  const source = world.lessons.get(slug);
  return source ? faultOfAnchor(source, anchor) : null;
};

const faultOfModule = (anchor: string, { moduleCount }: World) => {
  const number = Number(/^module-(\d+)$/.exec(anchor)?.[1] ?? 0);
  return anchor === '' || (number >= 1 && number <= moduleCount) ? null : `The course has no "${anchor}".`;
};

/** Links inside the site lead somewhere, to the very heading. */
export const checkLinks: Rule = (lesson, world) =>
  lesson.links.flatMap(({ url, line }) => {
    const fault = findFault(url, lesson, world);
    return fault === null ? [] : [problemAt(lesson, line, `Dead link ${url}: ${fault}`)];
  });
