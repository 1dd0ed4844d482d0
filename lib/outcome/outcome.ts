/** An expected failure. `code` is for programs, `message` is for the person and says what to do next. */
export type Refusal<Code extends string = string> = { code: Code; message: string };

export type Outcome<Value, Code extends string = string> =
  { ok: true; value: Value } | { ok: false; error: Refusal<Code> };

export const success = <Value>(value: Value) => ({ ok: true, value }) as const;

export const refusal = <Code extends string>(code: Code, message: string) =>
  ({ ok: false, error: { code, message } }) as const;
