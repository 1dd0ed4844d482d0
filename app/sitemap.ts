import type { MetadataRoute } from 'next';
import { publicAddress } from '@/lib/config/public-address';
import { listCourses } from '@/lib/courses/course';
import { listDatedLessons } from '@/lib/sharing/dated-lessons';

export const dynamic = 'force-dynamic';

/** Pages that search engines may show. */
const sitemap = async (): Promise<MetadataRoute.Sitemap> => {
  const address = publicAddress();
  const courses = listCourses().map(({ href }) => href);
  const pages = ['/', ...courses, '/glossary', '/numbers', '/labs'];
  const lessons = await listDatedLessons();
  return [
    ...pages.map((path) => ({ url: `${address}${path}` })),
    ...lessons.map(({ href, updated }) => ({ url: `${address}${href}`, lastModified: updated })),
  ];
};
export default sitemap;
