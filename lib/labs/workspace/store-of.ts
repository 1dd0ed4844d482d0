/** A value with listeners, in the form that React's useSyncExternalStore takes. */
export type Store<State, Action> = {
  get(): State;
  subscribe(listener: () => void): () => void;
  dispatch(action: Action): void;
};

export function storeOf<State, Action>(
  reduce: (state: State, action: Action) => State,
  initial: State,
): Store<State, Action> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(action) {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
