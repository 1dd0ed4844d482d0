const words: Record<string, string> = {
  password: 'Your password is changed. Other devices are signed out.',
  profile: 'Your profile is saved.',
};

/** What `?changed=` says at the top of the page; null for anything else. */
export const whatChanged = (changed: unknown): string | null =>
  typeof changed === 'string' && Object.hasOwn(words, changed) ? (words[changed] ?? null) : null;
