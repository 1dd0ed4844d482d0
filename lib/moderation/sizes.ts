/** Longest reason, or words of a report. The forms and the fields read it. */
export const longestWords = 500;
