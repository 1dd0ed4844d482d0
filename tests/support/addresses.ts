/** The lesson that tests read, ask about and take notes in, as address and as the site's key of it, in its course. */
export const course = '/courses/system-design-mastery';
export const lessonKey = 'system-design-mastery/load-balancers-layer-4-vs-layer-7';
export const lesson = `/courses/${lessonKey}`;
