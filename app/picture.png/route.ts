import { drawPicture } from '@/lib/sharing/picture/draw-picture';

export const dynamic = 'force-static';

/** Shown where a link to the site or the course is shared. */
export const GET = () =>
  drawPicture({
    title: 'Learn system design by breaking real load balancers',
    above: 'Lessons with labs on real Nginx and HAProxy',
  });
