/** What is wrong with a part of a lesson, and where. */
export type Fault = readonly [line: number, message: string];
