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

/** A number or a fraction, perhaps with a whole number before it, then an exponent, then a scale or percent. */
const pattern =
  /^(?:([\d.,]+)\s+(?=[\d.,]+\s*\/))?([\d.,]+)(?:\s*\/\s*([\d.,]+))?(?:e([+-]?\d{1,2}))?\s*(%|per\s?cent|thousand|million|billion|trillion|[kmgbt](?![a-z0-9]))?/i;

/** `10^6`, and a number times it. */
const power = /(?:([\d.,]+)\s*[x×·*]\s*)?10\s*(?:\^|\*\*)\s*(?=[+-]?\d)/i;

const plain = (text: string) => text.normalize('NFKC').replace('\u2212', '-').replace('\u2044', '/');

/**
 * Groups of digits are thousands: after commas with the last group of three, after two points, or after points before a
 * comma. A comma that cannot be one of these is a decimal one. Not a number: NaN.
 */
const toNumber = (digits: string) => {
  if (/^[1-9]\d{0,2}(,\d{2,3})*,\d{3}(\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  if (/^\d{1,3}((\.\d{3}){2,}(,\d+)?|\.\d{3},\d+)$/.test(digits))
    return Number(digits.replaceAll('.', '').replace(',', '.'));
  return Number(digits.replace(/^(\d*),(\d+)$/, '$1.$2'));
};

/**
 * A positive number as people type it: `3500`, `3,500`, `3 500`, `3.5k`, `3.5 million`, `3.5 × 10^3`, `1/2`, `50%`, also with
 * its unit behind it. A percentage is a share, unless `unit` is percent. Null when it is none.
 */
export const parseQuantity = (text: string, unit = ''): number | null => {
  const compact = text
    .trim()
    .replace(/^[~≈]\s*/, '')
    .replace(/(?<=10)[⁻⁰¹²³⁴-⁹]+/, (exponent) => `^${plain(exponent)}`)
    .replace(/[¼-¾⅐-⅞]/, (fraction) => ` ${plain(fraction)}`)
    .trim()
    .replace(power, (_, times: string | undefined) => `${times ?? 1}e`)
    .replace(/(?<=\d)[\s_'’](?=\d{3}(?!\d))/g, '');
  const [, whole, digits, divisor, exponent = '0', word = ''] = pattern.exec(compact) ?? [];
  if (digits === undefined) return null;
  const share = /^%|^per/i.test(word) && unit !== '%' ? 0.01 : 1;
  const number = toNumber(whole ?? '0') + toNumber(digits) / toNumber(divisor ?? '1');
  const value = number * 10 ** Number(exponent) * share * (scales[word.toLowerCase()] ?? 1);
  return Number.isFinite(value) && value > 0 ? value : null;
};

/** How a number was understood, unless it was typed just so. */
export const sayUnderstood = (typed: string, value: number): string => {
  if (typed.trim().replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, '') === String(value)) return '';
  const round = Number(value.toPrecision(6));
  return `Read as ${round < 1e-4 ? round : round.toLocaleString('en-US', { maximumFractionDigits: 9 })}. `;
};
