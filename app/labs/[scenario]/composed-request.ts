import { ProbeRequest } from '@/labs/protocol/requests';

export type ComposerForm = {
  method: string;
  path: string;
  headers: string;
  cookies: string;
  keepAlive: boolean;
};

/** What the composer's fields come to, or what is wrong with them. Headers stand one a line as "Name: value". */
export function composedRequest(
  form: ComposerForm,
): { ok: true; request: ProbeRequest } | { ok: false; message: string } {
  const headers: [string, string][] = [];
  for (const line of form.headers.split('\n')) {
    if (line.trim() === '') continue;
    const match = /^([!#$%&'*+.^_`|~\w-]+):\s*(.*)$/.exec(line.trim());
    if (match === null)
      return { ok: false, message: `"${line.trim().slice(0, 60)}" is not a header. Write Name: value.` };
    headers.push([match[1] ?? '', match[2] ?? '']);
  }
  const cookies = form.cookies.trim();
  if (/[\r\n]/.test(cookies))
    return { ok: false, message: 'Cookies stand on one line: name=value; other=value.' };
  if (cookies !== '') headers.push(['Cookie', cookies]);
  const parsed = ProbeRequest.safeParse({
    method: form.method,
    path: form.path,
    headers,
    connection: form.keepAlive ? 'composer' : null,
  });
  return parsed.success
    ? { ok: true, request: parsed.data }
    : { ok: false, message: parsed.error.issues[0]?.message ?? 'This request cannot be sent.' };
}
