/** Inputs that err independently: squares of logarithms add. @param {number[]} factors */
export function combinedFactor(factors) {
  return Math.exp(Math.hypot(...factors.map((factor) => Math.log(factor))));
}

/** The error that is left once one input has been measured exactly. @param {Record<string, number>} inputs */
export function afterMeasuring(inputs) {
  return Object.keys(inputs).map((measured) => {
    const others = Object.entries(inputs).filter(([name]) => name !== measured);
    return { measured, factor: combinedFactor(others.map(([, factor]) => factor)) };
  });
}
