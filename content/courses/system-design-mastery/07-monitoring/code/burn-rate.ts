export type Rule = { longMinutes: number; shortMinutes: number; threshold: number };

/** For 30 days: 2% of the budget in an hour, or 5% in six. */
export const pageRules: readonly Rule[] = [
  { longMinutes: 60, shortMinutes: 5, threshold: 14.4 },
  { longMinutes: 360, shortMinutes: 30, threshold: 6 },
];

/** 1 spends the budget in exactly its window. */
export const burnRate = (failedShare: number, objective: number) => failedShare / (1 - objective);

/** `burnOver` gives the burn rate over the last so many minutes. */
export const shouldPage = (burnOver: (minutes: number) => number) =>
  pageRules.some(
    ({ longMinutes, shortMinutes, threshold }) =>
      burnOver(longMinutes) >= threshold && burnOver(shortMinutes) >= threshold,
  );

/** Minutes until the first page, when all was well and then `failedShare` begins to fail. */
export const minutesToPage = (failedShare: number, objective: number) => {
  const burn = burnRate(failedShare, objective);
  const waits = pageRules.map(({ longMinutes, threshold }) =>
    burn < threshold ? Infinity : (threshold / burn) * longMinutes,
  );
  return Math.min(...waits);
};
