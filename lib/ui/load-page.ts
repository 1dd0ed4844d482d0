/**
 * Goes to a page of this site by loading it in full: who is signed in has changed, and lab pages have a content policy of
 * their own. `path` must be known to lead to this site.
 */
export const loadPage = (path: string) => window.location.assign(path);
