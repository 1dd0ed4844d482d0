import { useSyncExternalStore } from 'react';

const subscribeToNothing = () => () => undefined;

/** False until the browser runs this page's code: what is pressed before would be lost, and only the server's words are there. */
export const useRuns = () =>
  useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
