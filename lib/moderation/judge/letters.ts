/** Direction overrides, tags and fillers: nothing that is written needs them, and they make a text read other than it is. */
const unseen = /[\u202a-\u202e\u2066-\u2069\u115f\u1160\u3164\uffa0\u{e0000}-\u{e007f}]/u;
/** Invisible ones inside of a word; elsewhere they come along when text is copied, and emoji and Persian need joiners. */
const insideOfWord =
  /[\p{Script=Latin}\p{Script=Cyrillic}\d][\u00ad\u200b-\u200d\u2060\ufeff]+[\p{Script=Latin}\p{Script=Cyrillic}\d]/u;
/** A soft hyphen comes along from typeset pages, so one or two say nothing. */
const isHyphenated = (text: string) => (text.match(/\u00ad/g)?.length ?? 0) <= 2;

export const hasUnseen = (text: string) =>
  unseen.test(text) || insideOfWord.test(isHyphenated(text) ? text.replaceAll('\u00ad', '') : text);

/** A word of Latin and Cyrillic letters looks like another word. */
export const findLookalike = (prose: string): string | null =>
  (prose.match(/[\p{Script=Latin}\p{Script=Cyrillic}]+/gu) ?? []).find(
    (word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word),
  ) ?? null;

const mostCapitals = 0.6;
const leastWords = 10;

/** Acronyms are capitals, too, so this looks at a text as a whole. */
export const isShouted = (prose: string): boolean => {
  if (/[!\uff01]{4}/.test(prose)) return true;
  const words = prose.match(/\p{L}{2,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}+$/u.test(word));
  return capitals.length >= leastWords && capitals.length / words.length > mostCapitals;
};

/** `+` with a country, or the groups that North America writes. Round numbers with a plus are amounts. */
const phone =
  /(?<![\w.+-])(?:\+\d[\d ().-]{7,18}\d|\(\d{3}\) ?\d{3}[-. ]\d{4}|(?:1[-. ])?\d{3}-\d{3}-\d{4})(?![\w-])/g;

export const hasPhone = (prose: string): boolean =>
  [...prose.normalize('NFKC').matchAll(phone)].some(([found]) => {
    const digits = found.replaceAll(/\D/g, '');
    return digits.length >= 9 && digits.length <= 15 && !digits.endsWith('000');
  });

const messenger =
  /\b(?:telegram|whats\s?app|we\s?chat|viber|skype|discord)\b[^.\n]{0,30}?(?:[\s:(]@\w{4,}|\+\d[\d ()-]{6,})/i;

export const hasContact = (prose: string) => messenger.test(prose.normalize('NFKC'));
