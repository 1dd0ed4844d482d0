import { describe, expect, test } from 'vitest';
import { PoolExhaustedError, SubnetPool } from './subnets';

describe('SubnetPool', () => {
  test('gives every container of a cell its own fixed address', () => {
    const subnet = new SubnetPool('198.18.0.0/15', () => 0.5).take();
    expect(subnet.cidr).toBe('198.19.0.0/28');
    const nodes = ['balancer', 'traffic', 'app1', 'app2', 'app3'] as const;
    expect(nodes.map((node) => subnet.addressOf(node))).toEqual(
      [2, 3, 4, 5, 6].map((last) => `198.19.0.${last}`),
    );
  });

  test('never hands out a network twice, and says when none is left', () => {
    const pool = new SubnetPool('10.9.0.0/24');
    const subnets = Array.from({ length: 16 }, () => pool.take());
    expect(new Set(subnets.map(({ cidr }) => cidr)).size).toBe(16);
    expect(() => pool.take()).toThrow(PoolExhaustedError);
    const [first] = subnets;
    if (first) pool.release(first);
    expect(pool.take().cidr).toBe(first?.cidr);
  });

  test.each(['198.18.0.0', '198.18.0.0/29', '198.18.0.0/4', '300.1.1.1/16', 'x/16'])(
    'refuses the pool %s',
    (cidr) => {
      expect(() => new SubnetPool(cidr)).toThrow(TypeError);
    },
  );
});
