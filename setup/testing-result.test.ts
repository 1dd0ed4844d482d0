import { describe, expect, it } from 'vitest';
import { countTests } from './testing-result';

const file = (status: string, assertions: number) => ({
  name: 'x.test.ts',
  status,
  assertionResults: Array.from({ length: assertions }, () => ({})),
});
const report = (passed: number, failed: number, ...files: object[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: files,
});

describe('the count of tests', () => {
  it('is Vitest’s own where all went well', () => {
    expect(countTests(report(3, 0, file('passed', 3)), 0)).toEqual({ passed: 3, failed: 0 });
  });

  it('counts a file that broke before its first test', () => {
    expect(countTests(report(2, 1, file('failed', 3), file('failed', 0)), 1)).toEqual({
      passed: 2,
      failed: 2,
    });
  });

  it('never calls a failed run good', () => {
    expect(countTests(report(3, 0, file('passed', 3)), 1)).toEqual({ passed: 3, failed: 1 });
    expect(countTests(null, 1)).toEqual({ passed: 0, failed: 1 });
  });
});
