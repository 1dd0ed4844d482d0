import type { MetadataRoute } from 'next';
import { publicAddress } from '@/lib/config/public-address';

export const dynamic = 'force-dynamic';

/** What is personal or endless is not worth a crawler's visit; it is protected by itself. */
const robots = (): MetadataRoute.Robots => ({
  rules: {
    userAgent: '*',
    disallow: ['/api/', '/account', '/notes', '/notifications', '/progress', '/search', '/offline'],
  },
  sitemap: `${publicAddress()}/sitemap.xml`,
});
export default robots;
