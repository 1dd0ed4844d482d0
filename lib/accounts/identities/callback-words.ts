/** What a code of next-auth in `?error=` means for the person who comes back with it. Null: nothing went wrong. */
export const callbackWords = (code: unknown): string | null => {
  if (typeof code !== 'string' || code === '') return null;
  if (code === 'OAuthSignin') {
    return 'The site that you wanted to sign in with does not answer. Try again in a moment, or sign in another way.';
  }
  if (code === 'OAuthCallback' || code === 'Callback') {
    return 'Signing in elsewhere was broken off, or took too long. Nothing has changed; try again, or sign in another way.';
  }
  return 'Signing in did not work. Try again, or sign in another way.';
};
