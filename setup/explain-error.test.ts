import { describe, expect, it } from 'vitest';
import { explainError } from './explain-error';
import { SetupError } from './setup-error';

const system = (code: string, details: object = {}) => Object.assign(new Error(code), { code, ...details });

describe('an error that a person can mend is one sentence', () => {
  it('for a full disk, naming the file', () => {
    expect(explainError(system('ENOSPC', { path: '/data/x' }))).toMatch(
      /^The disk is full \(writing \/data\/x\): /,
    );
  });

  it('for a missing right, naming the file and the way out', () => {
    expect(explainError(system('EACCES', { path: '/data' }))).toMatch(/may not use \/data: .*DATA_DIR/);
  });

  it('for a port in use, naming the variables', () => {
    expect(explainError(system('EADDRINUSE', { port: 3000 }))).toMatch(/^Port 3000 is in use .*LAB_PORT/);
  });

  it('also when the cause lies deeper', () => {
    expect(explainError(new Error('outer', { cause: system('ENOSPC') }))).toMatch(/^The disk is full: /);
  });

  it('and setup’s own words stay as they are', () => {
    expect(explainError(new SetupError('Do this.'))).toBe('Do this.');
  });

  it('while a mistake of ours is none', () => {
    expect(explainError(new TypeError('x is not a function'))).toBeNull();
  });
});
