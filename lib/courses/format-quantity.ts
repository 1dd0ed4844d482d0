const digits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });

/** `20,000 requests/s`, with a space that does not break. */
export const formatQuantity = (value: number, unit: string) =>
  unit === '' ? digits.format(value) : `${digits.format(value)}${unit === '%' ? '' : '\u00a0'}${unit}`;
