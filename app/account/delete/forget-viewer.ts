const ofViewer = (viewer: string) => new RegExp(`^mastery\\.(?:draft\\.|(?:progress|notes)\\.${viewer}$)`);

/** Takes out of this browser what it kept for an account that is gone: drafts, and what had not been sent yet. */
export const forgetViewer = (viewer: string): void => {
  try {
    for (const key of Object.keys(localStorage).filter((name) => ofViewer(viewer).test(name)))
      localStorage.removeItem(key);
  } catch {
    // A browser that forbids storage kept nothing.
  }
};
