import { expect, it } from 'vitest';
import { createServedLedger } from './served-ledger';

const record = (id: string) => ({ id, at: 0, path: '/', status: 200, connection: 1, headers: null });

it('names the server that confirmed a request, and nobody for a request that no server confirmed', () => {
  const ledger = createServedLedger();
  ledger.add('app2', [record('p1')]);
  expect(ledger.find('p1')?.server).toBe('app2');
  expect(ledger.find('p2', 'app1')).toBeNull();
});

it('believes the response only as to which of the servers that had a retried request answered it', () => {
  const ledger = createServedLedger();
  ledger.add('app1', [record('p1')]);
  ledger.add('app2', [record('p1')]);
  expect(ledger.find('p1', 'app1')?.server).toBe('app1');
  expect(ledger.find('p1', 'app3')?.server).toBe('app2');
});

it('counts load requests and forgets the oldest, so that it cannot grow without end', () => {
  const ledger = createServedLedger();
  for (let n = 0; n < 5000; n += 1) ledger.add('app3', [record(`l${n}`)]);
  expect(ledger.loadServed()).toEqual({ app1: 0, app2: 0, app3: 5000 });
  expect(ledger.find('l0')).toBeNull();
  expect(ledger.find('l4999')?.server).toBe('app3');
});
