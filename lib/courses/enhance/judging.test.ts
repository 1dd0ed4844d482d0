import { describe, expect, it } from 'vitest';
import { judgeEstimate } from './judge-estimate';
import { isAnswer } from './match-answer';
import { parseQuantity } from './parse-quantity';

describe('a number as people type it', () => {
  it.each([
    ['3500', 3500],
    ['3,500', 3500],
    ['3 500', 3500],
    ['1 234 567', 1_234_567],
    ['1,234,567.5', 1_234_567.5],
    ['3.5k', 3500],
    ['3.5 k', 3500],
    ['3.5e3', 3500],
    ['3,5 million', 3_500_000],
    ['2M', 2_000_000],
    ['2 billion', 2e9],
    ['0,25', 0.25],
    ['~40', 40],
    ['3500 requests/s', 3500],
    ['500 GB', 500],
    ['12 ms', 12],
    ['.5', 0.5],
    ['10^6', 1e6],
    ['2 × 10^9', 2e9],
    ['1.5*10^-3', 0.0015],
    ['3 x 10**5 per second', 300_000],
    ['1e3', 1000],
  ])('%s is %d', (text, value) => expect(parseQuantity(text)).toBe(value));

  it.each(['', 'many', '-3', '0', '1.2.3', 'e5', '...'])('"%s" is none', (text) =>
    expect(parseQuantity(text)).toBeNull(),
  );
});

describe('an estimate', () => {
  const wanted = { value: 3500, within: 2, misses: [35, 3_500_000] };

  it.each([1750, 3500, 7000])('is right at %d: within the factor', (answer) =>
    expect(judgeEstimate(answer, wanted)).toEqual({ kind: 'right' }),
  );

  it('that makes a known mistake is told which', () => {
    expect(judgeEstimate(40, wanted)).toEqual({ kind: 'miss', index: 0 });
    expect(judgeEstimate(3_000_000, wanted)).toEqual({ kind: 'miss', index: 1 });
  });

  it('that is far off is told how far and in which direction', () => {
    expect(judgeEstimate(350, wanted)).toEqual({ kind: 'low', factor: 10 });
    expect(judgeEstimate(35_000, { ...wanted, misses: [] })).toEqual({ kind: 'high', factor: 10 });
  });
});

describe('a word in a gap', () => {
  it('counts whatever its case, spaces, quotes or full stop', () => {
    expect(isAnswer('  Greater  THAN. ', '>', 'greater than|more than')).toBe(true);
    expect(isAnswer('“>”', '>', '')).toBe(true);
  });

  it('is not another word', () => {
    expect(isAnswer('>=', '>', 'greater than')).toBe(false);
    expect(isAnswer('', '>', '')).toBe(false);
  });
});
