/** Something a person can mend. The message is one sentence that says what to do; it is shown without a stack. */
export class SetupError extends Error {
  override name = 'SetupError';
}
