import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The paths that `app/` answers with pages, each as its segments; `[x]` stands for any. */
const listRoutes = (folder: string, segments: string[] = []): string[][] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return /^page\.tsx?$/.test(entry.name) ? [segments] : [];
    const isGroup = entry.name.startsWith('(');
    return listRoutes(path.join(folder, entry.name), isGroup ? segments : [...segments, entry.name]);
  });

/** Says whether the site has a page, or a public file, at a path. */
export const createPageFinder = (projectRoot: string) => {
  const routes = listRoutes(path.join(projectRoot, 'app'));
  return (pathname: string): boolean => {
    const segments = pathname.split('/').filter(Boolean);
    const isPage = routes.some(
      (route) =>
        route.length === segments.length &&
        route.every((part, index) => part.startsWith('[') || part === segments[index]),
    );
    return isPage || (segments.length > 0 && existsSync(path.join(projectRoot, 'public', ...segments)));
  };
};
