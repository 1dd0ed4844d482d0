'use client';

import '@/lib/ui/tokens.css';
import '@/lib/ui/base.css';
import styles from '@/lib/ui/message-page.module.css';

/** When even the frame around the pages fails. */
const GlobalError = () => (
  <html lang="en">
    <body>
      <main className={styles.page}>
        <h1>The site could not be shown</h1>
        <p>
          Load the page again. If it stays like this, the site&apos;s log says why. <a href="/">Front page</a>
        </p>
      </main>
    </body>
  </html>
);
export default GlobalError;
