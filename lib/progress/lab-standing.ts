/** How far a learner is in a lab that they began, in tasks. */
export type LabStanding = { passed: number; total: number };
