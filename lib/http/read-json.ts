import { refusal, success } from '@/lib/outcome/outcome';

const tooLarge = (limitBytes: number) =>
  refusal('too-large', `The request is larger than ${Math.round(limitBytes / 1024)} KiB.`);

const malformed = (message: string) => refusal('malformed', message);

/** Reads a JSON body of at most `limitBytes`, and stops reading as soon as it is larger. */
export const readJson = async (request: Request, limitBytes: number) => {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return refusal('not-json', 'Send the body as application/json.');
  }
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) return tooLarge(limitBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) return tooLarge(limitBytes);
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    const value: unknown = JSON.parse(text);
    return success(value);
  } catch {
    return malformed('The body is not valid JSON.');
  }
};
