/** Clicks as [arrival, event time], in seconds after noon: two of them were made before 60 and arrive after 75.
 * @type {readonly (readonly [number, number])[]} */
export const clicks = [
  [2, 1],
  [8, 6],
  [14, 13],
  [20, 12],
  [25, 24],
  [31, 22],
  [36, 35],
  [42, 41],
  [47, 33],
  [53, 52],
  [58, 50],
  [64, 62],
  [70, 68],
  [75, 73],
  [78, 55],
  [82, 80],
  [88, 86],
  [94, 57],
  [98, 96],
];
