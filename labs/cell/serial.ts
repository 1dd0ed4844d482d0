/** Runs operations one after the other, in the order in which they were asked for. A failure does not stop the next. */
export function createSerial(): <T>(operation: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (operation) => {
    const next = last.then(operation, operation);
    last = next.catch(() => undefined);
    return next;
  };
}
