import { parseArgs } from 'node:util';
import { Balancer } from '@/labs/protocol/names';
import { UnusableError } from './usage';

export type Command =
  | { kind: 'help' }
  | { kind: 'list'; json: boolean }
  | {
      kind: 'verify';
      scenario: string;
      balancer: Balancer;
      source: { kind: 'solution' } | { kind: 'folder'; path: string } | { kind: 'file'; path: string };
      json: boolean;
    };

/** Reads the arguments after `npm run lab --`. Throws UnusableError. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = readArgs(args);
  const [name, ...rest] = positionals;
  if (values.help || name === 'help') return { kind: 'help' };
  if (name === undefined) throw new UnusableError('Say what to do: list or verify.');
  if (name === 'list') {
    const stray = rest[0] ?? (values.balancer || values.files || values.config);
    if (stray !== undefined) throw new UnusableError(`list takes only --json, not "${stray}".`);
    return { kind: 'list', json: values.json };
  }
  if (name !== 'verify') throw new UnusableError(`"${name}" is not a command. There are list and verify.`);
  const [scenario, stray] = rest;
  if (scenario === undefined) throw new UnusableError('verify needs the name of a scenario.');
  if (stray !== undefined) throw new UnusableError(`verify takes one scenario, and "${stray}" is one more.`);
  const balancer = Balancer.safeParse(values.balancer);
  if (!balancer.success) throw new UnusableError('verify needs --balancer nginx or --balancer haproxy.');
  if (values.files !== undefined && values.config !== undefined)
    throw new UnusableError('Give --files or --config, not both.');
  const source =
    values.files !== undefined
      ? ({ kind: 'folder', path: values.files } as const)
      : values.config !== undefined
        ? ({ kind: 'file', path: values.config } as const)
        : ({ kind: 'solution' } as const);
  return { kind: 'verify', scenario, balancer: balancer.data, source, json: values.json };
}

function readArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        balancer: { type: 'string' },
        files: { type: 'string' },
        config: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UnusableError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
