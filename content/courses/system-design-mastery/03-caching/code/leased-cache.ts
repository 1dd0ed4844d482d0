export type Lease = symbol;

export class LeasedCache {
  private readonly values = new Map<string, string>();
  private readonly leases = new Map<string, Lease>();

  get(key: string): { value: string } | { lease: Lease } {
    const value = this.values.get(key);
    if (value !== undefined) return { value };
    const lease = this.leases.get(key) ?? Symbol(key);
    this.leases.set(key, lease);
    return { lease };
  }

  fill(key: string, value: string, lease: Lease): boolean {
    if (this.leases.get(key) !== lease) return false;
    this.leases.delete(key);
    this.values.set(key, value);
    return true;
  }

  delete(key: string): void {
    this.values.delete(key);
    this.leases.delete(key);
  }
}
