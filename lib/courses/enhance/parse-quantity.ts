const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  g: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
};

const pattern = /^([\d.,]+)(?:e([+-]?\d{1,2}))?(thousand|million|billion|trillion|[kmgbt])?(?![a-z0-9])/i;

/** A comma before three digits separates thousands; any other single comma is a decimal one. */
const withPoint = (digits: string) =>
  /^\d+,\d{1,2}$|^0,\d+$/.test(digits) ? digits.replace(',', '.') : digits.replaceAll(',', '');

/** `10^6`, and a number times it. */
const power = /(?:([\d.,]+)\s*[x×·*]\s*)?10\s*(?:\^|\*\*)\s*(?=[+-]?\d)/i;

/**
 * A positive number as people type it: `3500`, `3,500`, `3 500`, `3.5k`, `3.5 million`, `3.5e3`, `3.5 × 10^3`, also with its unit
 * behind it. Null when it is none.
 */
export const parseQuantity = (text: string): number | null => {
  const compact = text
    .trim()
    .replace(/^[~≈]\s*/, '')
    .replace(power, (_, times: string | undefined) => `${times ?? 1}e`)
    .replace(/(?<=\d)[\s_'’](?=\d{3}(?!\d))/g, '');
  const match = pattern.exec(compact.replace(/(?<=\d)\s+(?=[a-z])/i, '')) ?? pattern.exec(compact);
  const digits = match?.[1] ?? /^[\d.,]+/.exec(compact)?.[0];
  if (digits === undefined) return null;
  const exponent = match?.[2] ?? '0';
  const value = Number(`${withPoint(digits)}e${exponent}`) * (scales[match?.[3]?.toLowerCase() ?? ''] ?? 1);
  return Number.isFinite(value) && value > 0 ? value : null;
};
