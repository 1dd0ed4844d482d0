import { expect, test } from 'vitest';
import { EngineDeadlineError } from './engine-call';
import { toLaunchError } from './launch-failure';
import { PoolExhaustedError } from './subnets';

const answer = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode });
const connection = (code: string) => Object.assign(new Error(code), { code });

test.each([
  ['no-image', answer(404, 'no such image: system-design-mastery-lab:x')],
  ['no-engine', connection('ECONNREFUSED')],
  ['no-engine', connection('EACCES')],
  ['deadline', new EngineDeadlineError('start a container', 5)],
  ['host-full', new PoolExhaustedError('none left')],
  ['host-full', answer(500, 'write /var/lib/docker/x: no space left on device')],
  ['host-full', answer(403, 'Pool overlaps with other one on this address space')],
  ['engine-error', answer(500, 'something else')],
] as const)('a launch is said to have failed for %s', (code, error) => {
  expect(toLaunchError(error)).toMatchObject({ code, cause: error });
});
