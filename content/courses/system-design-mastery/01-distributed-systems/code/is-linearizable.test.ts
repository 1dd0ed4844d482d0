import { expect, test } from 'vitest';
import { isLinearizable } from './is-linearizable.js';

const doctor = { client: 'doctor', kind: 'write', value: 20, start: 1, end: 3 } as const;

test('a read that begins after the write has ended may not return the old dose', () => {
  const nurse = { client: 'nurse', kind: 'read', value: 40, start: 5, end: 6 } as const;
  expect(isLinearizable([doctor, nurse], 40)).toBe(false);
  expect(isLinearizable([doctor, { ...nurse, value: 20 }], 40)).toBe(true);
});

test('a read that overlaps the write may return either dose', () => {
  const pharmacy = { client: 'pharmacy', kind: 'read', start: 2, end: 4 } as const;
  expect(isLinearizable([doctor, { ...pharmacy, value: 40 }], 40)).toBe(true);
  expect(isLinearizable([doctor, { ...pharmacy, value: 20 }], 40)).toBe(true);
});

test('once a read has returned the new dose no later read returns the old one, even while the write still runs', () => {
  const slowWrite = { ...doctor, end: 9 };
  const first = { client: 'pharmacy', kind: 'read', value: 20, start: 2, end: 3 } as const;
  const second = { client: 'nurse', kind: 'read', value: 40, start: 4, end: 5 } as const;
  expect(isLinearizable([slowWrite, first, second], 40)).toBe(false);
  expect(isLinearizable([slowWrite, { ...first, value: 40 }, { ...second, value: 20 }], 40)).toBe(true);
});
