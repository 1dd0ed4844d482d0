import { expect, test } from 'vitest';
import { FencedStore, LockService } from './fencing.js';

const leaseMs = 30_000;

test('a holder that wakes up after its lease is refused by the store, not by itself', () => {
  const lock = new LockService();
  const store = new FencedStore();
  const first = lock.acquire(0, leaseMs) ?? 0;
  expect(store.send(first, 'invoice 1')).toBe('sent');
  expect(lock.acquire(29_999, leaseMs)).toBeUndefined();

  const second = lock.acquire(31_000, leaseMs) ?? 0;
  expect(second).toBeGreaterThan(first);
  expect(store.send(second, 'invoice 2')).toBe('sent');

  expect(store.send(first, 'invoice 2')).toBe('stale-token');
  expect(store.sent).toEqual(['invoice 1', 'invoice 2']);
});

test('until the new holder has been at the store, the old one is still let in', () => {
  const lock = new LockService();
  const store = new FencedStore();
  const first = lock.acquire(0, leaseMs) ?? 0;
  const second = lock.acquire(31_000, leaseMs) ?? 0;
  expect(store.send(first, 'invoice 1')).toBe('sent');
  expect(store.send(second, 'invoice 2')).toBe('sent');
  expect(store.send(first, 'invoice 3')).toBe('stale-token');
});
