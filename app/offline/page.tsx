import type { Metadata } from 'next';
import { listCourses, listPublishedLessons } from '@/lib/courses/course';
import { OfflineLessons } from '@/lib/offline/client/offline-lessons';

export const dynamic = 'force-static';

export const metadata: Metadata = {
  title: 'Reading offline',
  description: 'The lessons that this device keeps.',
  robots: { index: false },
};

const lessons = () =>
  listCourses().flatMap((course) => listPublishedLessons(course).map(({ href, title }) => ({ href, title })));

/** Shown by the service worker in place of a page that is not on the device; and on its own, to see what is. */
const OfflinePage = () => <OfflineLessons lessons={lessons()} />;
export default OfflinePage;
