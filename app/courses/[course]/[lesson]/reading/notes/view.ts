import type { Note } from '@/lib/notes/note';
import type { Stretch } from '@/lib/notes/quote';

/** What the tools show: nothing, buttons at selected words or at a mark, the form for a note, or a sentence. */
export type View =
  | { kind: 'none' }
  | { kind: 'selection'; stretch: Stretch; rect: DOMRect }
  /** The selected words are to be highlighted at once, by keyboard. */
  | { kind: 'keep'; stretch: Stretch }
  /** The selected words are to be asked about, by keyboard. */
  | { kind: 'ask'; stretch: Stretch }
  | { kind: 'mark'; note: Note; rect: DOMRect }
  | { kind: 'write'; note: Note; isNew: boolean }
  | { kind: 'message'; words: string };

export type ViewStore = {
  current(): View;
  show(view: View): void;
  subscribe(listener: () => void): () => void;
};

export const createView = (): ViewStore => {
  let view: View = { kind: 'none' };
  const listeners = new Set<() => void>();
  return {
    current: () => view,
    show(next) {
      view = next;
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
