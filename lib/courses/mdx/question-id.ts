import { slug } from 'github-slugger';

/** The stable id of a check or an interview question: on the page, in links and in what is remembered about it. */
export const questionId = (question: string) => slug(question);
