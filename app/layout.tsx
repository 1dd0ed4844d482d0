import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { publicAddress } from '@/lib/config/public-address';
import { fontClasses } from '@/lib/ui/fonts/fonts';
import { OfflineNotice } from '@/lib/ui/header/offline-notice';
import { SiteHeader } from '@/lib/ui/header/site-header';
import { themeScript } from '@/lib/ui/header/theme-script';
import { repeatDownloadsScript } from '@/lib/ui/repeat-downloads-script';
import { SiteFooter } from '@/lib/ui/site-footer';
import '@/lib/ui/tokens.css';
import '@/lib/ui/base.css';

export const metadata: Metadata = {
  metadataBase: new URL(publicAddress()),
  title: { default: 'System Design Mastery', template: '%s · System Design Mastery' },
  description:
    'Learn system design on real load balancers: read, predict, configure, break, explain. Everything runs on your own machine.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfcfb' },
    { media: '(prefers-color-scheme: dark)', color: '#12161b' },
  ],
};

const RootLayout = ({ children }: { children: ReactNode }) => (
  <html lang="en" className={fontClasses} suppressHydrationWarning>
    <head>
      <script dangerouslySetInnerHTML={{ __html: repeatDownloadsScript }} />
      <script dangerouslySetInnerHTML={{ __html: themeScript }} />
    </head>
    <body>
      <a className="skip-link" href="#content">
        Skip to the text
      </a>
      <SiteHeader />
      <OfflineNotice />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </body>
  </html>
);
export default RootLayout;
