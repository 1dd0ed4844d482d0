import { describe, expect, it } from 'vitest';
import { judgeEstimate } from './judge-estimate';
import { isAnswer } from './match-answer';
import { parseQuantity, sayUnderstood } from './parse-quantity';

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
    ['0.0000001', 1e-7],
    ['10³', 1000],
    ['2·10⁻³', 0.002],
    ['1/2', 0.5],
    ['3 / 4 million', 750_000],
    ['1,000/8', 125],
    ['½', 0.5],
    ['1 1/2', 1.5],
    ['2½ k', 2500],
    ['500/s', 500],
    ['1.234.567', 1_234_567],
    ['1.234.567,5', 1_234_567.5],
    ['1.234,5', 1234.5],
    ['1,2345', 1.2345],
    ['12,34,567', 1_234_567],
    ["1'234'567", 1_234_567],
  ])('%s is %d', (text, value) => expect(parseQuantity(text)).toBe(value));

  it.each(['', 'many', '-3', '0', '1.2.3', 'e5', '...', '1/0', '1,2,3', '1.234.5', '1,234.567,8'])(
    '"%s" is none',
    (text) => expect(parseQuantity(text)).toBeNull(),
  );

  it('is a share when it is a percentage, unless percent are what is asked for', () => {
    expect(parseQuantity('50%', 'requests')).toBe(0.5);
    expect(parseQuantity('2.5 per cent', '×')).toBe(0.025);
    expect(parseQuantity('50 %', '%')).toBe(50);
    expect(parseQuantity('50', '%')).toBe(50);
  });

  it('is said again as it was understood, unless that is how it was typed', () => {
    expect(sayUnderstood('1/2', 0.5)).toBe('Read as 0.5. ');
    expect(sayUnderstood('3.5k', 3500)).toBe('Read as 3,500. ');
    expect(sayUnderstood('2,5', 2.5)).toBe('Read as 2.5. ');
    expect(sayUnderstood('1/3', 1 / 3)).toBe('Read as 0.333333. ');
    expect(sayUnderstood('10^-9', 1e-9)).toBe('Read as 1e-9. ');
    expect(sayUnderstood(' 3500 ', 3500)).toBe('');
    expect(sayUnderstood('3,500', 3500)).toBe('');
    expect(sayUnderstood('0.25', 0.25)).toBe('');
  });
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
