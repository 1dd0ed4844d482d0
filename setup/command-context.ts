import type { Progress } from './progress';
import type { Settings } from './settings';

/** What every command is given. It returns the exit code; `signal` aborts when it should end. */
export type CommandContext = {
  args: readonly string[];
  settings: Settings;
  progress: Progress;
  signal: AbortSignal;
};
