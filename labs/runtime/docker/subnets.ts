import type { NodeName } from '@/labs/protocol/names';

const subnetBits = 28;
const subnetSize = 2 ** (32 - subnetBits);

/** The last part of each container's address within its cell's /28. `.1` is left to the (inhibited) gateway. */
const hostNumber: Readonly<Record<NodeName, number>> = { balancer: 2, traffic: 3, app1: 4, app2: 5, app3: 6 };

function parseAddress(text: string): number {
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
    throw new TypeError(`Not an IPv4 address: ${text}`);
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

const formatAddress = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');

/** A /28 that a cell owns. */
export class Subnet {
  constructor(readonly base: number) {}
  get cidr(): string {
    return `${formatAddress(this.base)}/${subnetBits}`;
  }
  get gateway(): string {
    return formatAddress(this.base + 1);
  }
  addressOf(node: NodeName): string {
    return formatAddress(this.base + hostNumber[node]);
  }
}

/** Every /28 of the pool is in use. */
export class PoolExhaustedError extends Error {
  override name = 'PoolExhaustedError';
}

/**
 * Hands out the /28s of a pool. Picks at random, so that instances which share an engine seldom meet;
 * where they do, the engine refuses the overlap and the caller takes another.
 */
export class SubnetPool {
  readonly #base: number;
  readonly #count: number;
  readonly #taken = new Set<number>();

  constructor(
    cidr: string,
    private readonly random: () => number = Math.random,
  ) {
    const [address = '', bits = ''] = cidr.split('/');
    const prefix = Number(bits);
    if (!Number.isInteger(prefix) || prefix < 8 || prefix > subnetBits)
      throw new TypeError(`The pool of cell networks needs a prefix of 8 to ${subnetBits}: ${cidr}`);
    const size = 2 ** (32 - prefix);
    this.#base = Math.floor(parseAddress(address) / size) * size;
    this.#count = size / subnetSize;
  }

  take(): Subnet {
    const start = Math.floor(this.random() * this.#count);
    for (let step = 0; step < this.#count; step++) {
      const base = this.#base + ((start + step) % this.#count) * subnetSize;
      if (this.#taken.has(base)) continue;
      this.#taken.add(base);
      return new Subnet(base);
    }
    throw new PoolExhaustedError(`All ${this.#count} networks of the pool are in use.`);
  }

  release(subnet: Subnet): void {
    this.#taken.delete(subnet.base);
  }
}
