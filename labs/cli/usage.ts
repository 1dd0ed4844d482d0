/** Exit codes, as scripts rely on them. An interrupted run ends with 128 + the signal's number. */
export const exitCodes = { ok: 0, failed: 1, unusable: 2 } as const;

export const usage = `Labs in a terminal.

  npm run lab -- list [--json]
      The scenarios and their tasks.

  npm run lab -- verify <scenario> --balancer nginx|haproxy [--files DIR | --config FILE] [--json]
      Starts a cell, applies the configuration (the solution, unless files are given), runs every task with
      its faults, prints the verdicts and removes the cell.
      --files DIR    every file of a folder; nginx.conf or haproxy.cfg must be among them
      --config FILE  one file as the main configuration

Exit code: 0 all tasks pass, 1 a task fails or the configuration is rejected, 2 usage or infrastructure.
`;

/** The command line, or what it needs, cannot be used. `message` is a sentence for the person who typed it. */
export class UnusableError extends Error {
  override name = 'UnusableError';
}
