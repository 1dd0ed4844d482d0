/** All parts are needed. */
export const serial = (...parts: number[]) => parts.reduce((product, part) => product * part, 1);

/** One of `copies` is enough, and they fail independently of each other. */
export const redundant = (copies: number, part: number) => 1 - (1 - part) ** copies;

/** One is enough, but the share `common` of their downtime hits all copies together. */
export const redundantWithCommonCause = (copies: number, part: number, common: number) => {
  const down = 1 - part;
  return 1 - (common * down + ((1 - common) * down) ** copies);
};

export const minutesDownAMonth = (availability: number) => (1 - availability) * 30 * 24 * 60;
