/** Caches of the offline pack begin so; the build's version follows. */
const prefix = 'mastery-pages-';

export const cacheOf = (version: string) => `${prefix}${version}`;
export const isOurCache = (name: string) => name.startsWith(prefix);

export const offlinePath = '/offline';
export const searchPath = '/search-documents.json';

const lesson = /^\/courses\/[a-z0-9-]+\/[a-z0-9-]+$/;
const reference = /^\/(courses\/[a-z0-9-]+|glossary|numbers)?$/;

export const isLessonPath = (path: string) => lesson.test(path);

/** Pages that are the same for everybody, and are kept once they were opened. Nothing else is ever kept. */
export const isPublicPath = (path: string) => lesson.test(path) || reference.test(path);

/** Whether an answer is the public page itself: no error, no redirect, nothing that was made for one person. */
export const isPublicAnswer = (answer: Pick<Response, 'status' | 'type' | 'redirected' | 'headers'>) =>
  answer.status === 200 &&
  answer.type === 'basic' &&
  !answer.redirected &&
  (answer.headers.get('content-type') ?? '').startsWith('text/html') &&
  !/private|no-store/.test(answer.headers.get('cache-control') ?? '');
