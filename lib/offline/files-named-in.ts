const named = /(?:static|\.\.)\/((?:chunks|media)\/[\w.~@-]+\.(?:js|css|woff2))/g;

/**
 * Addresses of the build's files that a page, script or stylesheet names, also those that it loads only when they are
 * wanted: Turbopack writes them as `static/chunks/…`, stylesheets name their fonts as `../media/…`.
 */
export const filesNamedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(named)].map(([, file]) => `/_next/static/${file}`)),
];
