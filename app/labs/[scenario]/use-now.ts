'use client';

import { useCallback, useSyncExternalStore } from 'react';

const thisSecond = () => Math.floor(Date.now() / 1000) * 1000;
const nothing = () => undefined;

/** The learner's clock in epoch ms, in whole seconds. Moves by itself while `isRunning`; never older than the last drawing. */
export function useNow(isRunning: boolean): number {
  const subscribe = useCallback(
    (tell: () => void) => {
      if (!isRunning) return nothing;
      const timer = setInterval(tell, 1000);
      return () => clearInterval(timer);
    },
    [isRunning],
  );
  return useSyncExternalStore(subscribe, thisSecond);
}
