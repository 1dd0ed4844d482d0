/** What people of tests sign in with, and what they change it to. */
export const password = 'quorum-lease-fence-42';
export const nextPassword = 'another-fence-lease-7';
