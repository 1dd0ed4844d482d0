export interface Emitter<T> {
  emit(event: T): void;
  on(listener: (event: T) => void): () => void;
  clear(): void;
}

export function createEmitter<T>(): Emitter<T> {
  const listeners = new Set<(event: T) => void>();
  return {
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    on(listener) {
      const own = (event: T) => listener(event);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    clear() {
      listeners.clear();
    },
  };
}
