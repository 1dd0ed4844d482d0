/**
 * Whether one order explains what all clients saw, with each operation at an instant between its start and its end.
 * @typedef {{ client: string, kind: 'write' | 'read', value: number, start: number, end: number }} Operation
 * @param {Operation[]} operations on one register
 * @param {number} current its value before them
 * @returns {boolean}
 */
export function isLinearizable(operations, current) {
  if (operations.length === 0) return true;
  const firstEnd = Math.min(...operations.map(({ end }) => end));
  return operations.some((operation, index) => {
    if (operation.start > firstEnd) return false;
    if (operation.kind === 'read' && operation.value !== current) return false;
    return isLinearizable(operations.toSpliced(index, 1), operation.value);
  });
}
