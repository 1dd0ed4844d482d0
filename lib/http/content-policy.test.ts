import { describe, expect, it } from 'vitest';
import { contentPolicy, labSocketOrigin } from './content-policy';

const page = { hashes: { scripts: [], styles: [] }, nonce: null, labSocket: null, isDevelopment: false };

describe('the content policy', () => {
  it('never allows inline scripts or eval in production', () => {
    for (const labSocket of [null, 'ws://localhost:3001']) {
      const scripts = contentPolicy({ ...page, nonce: 'n', labSocket }).match(/script-src ([^;]*)/)?.[1];
      expect(scripts).toBe("'self' 'nonce-n'");
    }
  });

  it('allows a static page its own inline scripts and styles by hash', () => {
    const policy = contentPolicy({ ...page, hashes: { scripts: ['abc='], styles: ['def='] } });
    expect(policy).toContain("script-src 'self' 'sha256-abc='");
    expect(policy).toContain("style-src 'self' 'sha256-def='");
  });

  it('gives made-up workers, inline styles and the socket to lab pages only', () => {
    const lab = contentPolicy({ ...page, labSocket: 'ws://localhost:3001' });
    expect(lab).toContain("worker-src 'self' blob:");
    expect(lab).toContain("style-src 'self' 'unsafe-inline'");
    expect(lab).toContain("connect-src 'self' ws://localhost:3001");
    expect(contentPolicy(page)).toMatch(/worker-src 'self';/);
    expect(contentPolicy(page)).toMatch(/style-src 'self';/);
    expect(contentPolicy(page)).toMatch(/connect-src 'self';/);
  });
});

describe("the socket's origin", () => {
  it.each([
    ['localhost:3000', false, 'ws://localhost:3001'],
    ['127.0.0.1:3000', false, 'ws://127.0.0.1:3001'],
    ['[::1]:3000', false, 'ws://[::1]:3001'],
    ['lab.example', true, 'wss://lab.example:3001'],
  ])('follows the host %s', (host, secure, origin) => {
    expect(labSocketOrigin(host, secure, 3001)).toBe(origin);
  });
});
