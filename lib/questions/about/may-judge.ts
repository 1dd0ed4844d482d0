import type { Viewer } from '@/lib/accounts/viewer';

/** Who says whether a question still applies: who asked it, mentors and moderators. */
export const mayJudge = (role: Viewer['role'], isAsker: boolean) => isAsker || role !== 'learner';
