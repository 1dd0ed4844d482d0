import type { Outcome } from '@/lib/outcome/outcome';

/** The value of an outcome that must be good. */
export const valueOf = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};

/** What a refusal says to programs; undefined of an outcome that is good. */
export const codeOf = (outcome: { ok: boolean; error?: { code: string } }) => outcome.error?.code;

/** What a refusal says to a person; nothing of an outcome that is good. */
export const messageOf = (outcome: { ok: boolean; error?: { message: string } }) =>
  outcome.error?.message ?? '';
