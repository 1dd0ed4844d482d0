import { LaunchError } from '../cell-runtime';
import { EngineDeadlineError, engineStatus, isEngineUnreachable, isPermissionDenied } from './engine-call';
import { PoolExhaustedError } from './subnets';

const hostFullPattern =
  /no space left|cannot allocate memory|resource temporarily unavailable|too many open files|out of memory|exhausted/i;

/** Another instance holds this network: the engine refuses to lay a second over it. */
export const isSubnetTaken = (error: unknown): boolean =>
  error instanceof Error && /overlap/i.test(error.message);

/** Turns whatever stopped a launch into the one error that callers know. */
export function toLaunchError(error: unknown, signal?: AbortSignal): LaunchError {
  if (error instanceof LaunchError) return error;
  const words = error instanceof Error ? error.message.trim() : String(error);
  const cause = { cause: error };
  if (signal?.aborted) return new LaunchError('deadline', 'The launch was called off.', cause);
  if (error instanceof EngineDeadlineError) return new LaunchError('deadline', words, cause);
  if (error instanceof PoolExhaustedError || isSubnetTaken(error) || hostFullPattern.test(words))
    return new LaunchError('host-full', words, cause);
  if (isPermissionDenied(error) || isEngineUnreachable(error))
    return new LaunchError('no-engine', words, cause);
  if (engineStatus(error) === 404 && /no such image/i.test(words))
    return new LaunchError('no-image', words, cause);
  return new LaunchError('engine-error', words, cause);
}
