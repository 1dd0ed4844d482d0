import type { Limit } from '@/lib/limits/take-use';

/** Guesses at one account's password, from wherever they come. A sign-in that succeeds gives the allowance back. */
export const signInByAccount: Limit = { name: 'sign-in:account', max: 10, windowSeconds: 15 * 60 };
/** Sign-ins from one address: a class behind one router fits, a list of leaked passwords does not. */
export const signInByAddress: Limit = { name: 'sign-in:address', max: 60, windowSeconds: 15 * 60 };
export const signUpByAddress: Limit = { name: 'sign-up:address', max: 30, windowSeconds: 60 * 60 };
export const guestByAddress: Limit = { name: 'guest:address', max: 120, windowSeconds: 60 * 60 };
export const passwordByViewer: Limit = { name: 'password:viewer', max: 10, windowSeconds: 15 * 60 };
export const profileByViewer: Limit = { name: 'profile:viewer', max: 60, windowSeconds: 60 * 60 };
export const roleByViewer: Limit = { name: 'role:viewer', max: 300, windowSeconds: 60 * 60 };
/** Guesses at the password of whoever left a browser open. */
export const deletionByViewer: Limit = { name: 'deletion:viewer', max: 10, windowSeconds: 15 * 60 };
/** Ending sessions one by one, each a click. */
export const sessionsByViewer: Limit = { name: 'sessions:viewer', max: 120, windowSeconds: 15 * 60 };
