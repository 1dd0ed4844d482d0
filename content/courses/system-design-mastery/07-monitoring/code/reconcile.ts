/** One transaction: the idempotency key of its request, and the rows that it changed. */
export type Write = { key: string; rows: readonly string[] };

/** Sorts what the old leader acknowledged and never sent, in its order, against all that the new one has taken since. */
export function reconcile(unsent: readonly Write[], taken: readonly Write[]) {
  const retried = new Set(taken.map(({ key }) => key));
  const touched = new Set(taken.flatMap(({ rows }) => rows));
  const done: Write[] = [];
  const replay: Write[] = [];
  const decide: Write[] = [];
  for (const write of unsent) {
    if (retried.has(write.key)) done.push(write);
    else if (write.rows.some((row) => touched.has(row))) {
      decide.push(write);
      for (const row of write.rows) touched.add(row);
    } else replay.push(write);
  }
  return { done, replay, decide };
}
