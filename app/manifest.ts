import type { MetadataRoute } from 'next';

/** How the site is called and looks when somebody installs it; nothing here asks them to. */
const manifest = (): MetadataRoute.Manifest => ({
  id: '/',
  name: 'System Design Mastery',
  short_name: 'System Design',
  description: 'Lessons for system-design interviews, and labs with real load balancers.',
  start_url: '/courses/system-design-mastery',
  scope: '/',
  display: 'minimal-ui',
  background_color: '#12161b',
  theme_color: '#12161b',
  icons: [
    { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
});
export default manifest;
