import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const alias = { '@': root, 'server-only': path.join(root, 'tests/support/server-only.ts') };
const project = (name: string, include: string[], timeout: number, serial: boolean) => ({
  resolve: { alias },
  test: {
    name,
    include,
    exclude: ['**/node_modules/**', '.next*/**', '.data*/**'],
    testTimeout: timeout,
    hookTimeout: timeout * 2,
    environment: 'node',
    fileParallelism: !serial,
    unstubEnvs: true,
    restoreMocks: true,
  },
});

/** Unit tests stand beside their file; the rest live in tests/. */
export default defineConfig({
  test: {
    projects: [
      project('unit', ['{app,lib,labs,prisma,setup,content,tests/bench}/**/*.test.{ts,tsx}'], 10_000, false),
      project('integration', ['tests/integration/**/*.test.ts'], 30_000, true),
      project('labs', ['tests/labs/**/*.test.ts'], 120_000, true),
      project('e2e', ['tests/e2e/**/*.test.ts'], 120_000, true),
    ],
  },
});
