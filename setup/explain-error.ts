import { SetupError } from './setup-error';

type SystemError = { code: string; path: string | null; port: number | null };

/** One sentence that says what to do, or null when the error is none that a person can mend. */
export function explainError(error: unknown): string | null {
  if (error instanceof SetupError) return error.message;
  if (error instanceof Error && error.name === 'ImageBuildError') return error.message;
  for (const system of listSystemErrors(error)) {
    const sentence = explainSystemError(system);
    if (sentence !== null) return sentence;
  }
  return null;
}

function explainSystemError({ code, path, port }: SystemError): string | null {
  switch (code) {
    case 'ENOSPC':
      return `The disk is full${path === null ? '' : ` (writing ${path})`}: make about 2 GB free, then start again.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `This user may not use ${path ?? 'a file that is needed'}: give it the right to, or choose another folder with DATA_DIR.`;
    case 'EMFILE':
    case 'ENFILE':
      return 'Too many files are open: raise the limit (ulimit -n 4096), then start again.';
    case 'EADDRINUSE':
      return `Port ${port ?? ''} is in use by another program: stop it, or choose another port with PORT or LAB_PORT.`;
    default:
      return null;
  }
}

/** The error and its causes, as far as the operating system made them. */
function* listSystemErrors(error: unknown): Generator<SystemError> {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (!('code' in current) || typeof current.code !== 'string') continue;
    yield {
      code: current.code,
      path: 'path' in current && typeof current.path === 'string' ? current.path : null,
      port: 'port' in current && typeof current.port === 'number' ? current.port : null,
    };
  }
}
