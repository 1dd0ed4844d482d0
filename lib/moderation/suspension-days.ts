/** How long suspensions last, in days; null: until they are lifted. */
export const suspensionDays = { day: 1, week: 7, month: 30, open: null } as const;
export type SuspensionLength = keyof typeof suspensionDays;
