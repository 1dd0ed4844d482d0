import { sendJson } from '@/lib/http/send-json';
import type { Note } from '../note';

/** Sends notes to the account. `kept` are the ids that it holds now. */
export const sendNotes = async (notes: readonly Note[]) => {
  const sent = await sendJson('POST', '/api/notes', { notes });
  if (!sent.ok) return sent;
  const kept: unknown =
    typeof sent.value === 'object' && sent.value !== null ? Reflect.get(sent.value, 'kept') : null;
  return {
    ok: true,
    kept: (Array.isArray(kept) ? kept : []).filter((id: unknown) => typeof id === 'string'),
  } as const;
};
