import { explainError } from './explain-error';
import { Interrupted, listenForInterrupt } from './interrupt';
import { Progress } from './progress';
import { readSettings } from './settings';

const usage =
  'Usage: npm start | npm run dev | npm test [-- filter] | npm run check | npm run bench | npm run role -- <email> <role> | npm run lab -- <command>';

async function run(): Promise<number> {
  const [command, ...args] = process.argv.slice(2);
  const signal = listenForInterrupt();
  const context = { args, settings: readSettings(), progress: new Progress(), signal };
  switch (command) {
    case 'start':
    case 'dev':
      return (await import('./commands/start')).start(context, command);
    case 'test':
      return (await import('./commands/test')).test(context);
    case 'check':
      return (await import('./commands/check')).check(context);
    case 'bench':
      return (await import('./commands/bench')).bench(context);
    case 'role':
      return (await import('./commands/role')).role(context);
    case 'lab':
      return (await import('./commands/lab')).lab(context);
    default:
      console.error(usage);
      return 2;
  }
}

function report(error: unknown): number {
  if (error instanceof Interrupted || (error instanceof Error && error.name === 'AbortError')) return 130;
  const sentence = explainError(error);
  console.error(sentence ?? error);
  return 1;
}

// Explicit, because a connection that hangs must not keep a finished command alive.
process.exit(await run().catch(report));
