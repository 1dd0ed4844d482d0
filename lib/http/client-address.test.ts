import { describe, expect, it } from 'vitest';
import { isLoopback, resolveClientAddress } from './client-address';

describe("a client's address", () => {
  it('is the connection’s own when no proxy is trusted, whatever the client claims', () => {
    expect(resolveClientAddress('203.0.113.9', '127.0.0.1', 0)).toBe('203.0.113.9');
  });

  it('is what the only trusted proxy appended, not what the client wrote before it', () => {
    expect(resolveClientAddress('10.0.0.1', '127.0.0.1, 203.0.113.9', 1)).toBe('203.0.113.9');
  });

  it('is what the outer of two trusted proxies appended', () => {
    expect(resolveClientAddress('10.0.0.1', 'spoofed, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
  });

  it('falls back to the connection when a proxy forgot the header', () => {
    expect(resolveClientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
  });

  it.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
    expect(isLoopback(address)).toBe(true);
  });

  it.each(['10.0.0.1', '128.0.0.1', '127.0.0.1.example', 'unknown'])('%s is not', (address) => {
    expect(isLoopback(address)).toBe(false);
  });
});
