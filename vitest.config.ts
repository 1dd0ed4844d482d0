import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const alias = { '@': root, 'server-only': path.join(root, 'tests/support/server-only.ts') };
const project = (name: string, include: string[], timeout: number, serial: boolean, not: string[] = []) => ({
  resolve: { alias },
  test: {
    name,
    include,
    exclude: ['**/node_modules/**', '.next*/**', '.data*/**', ...not],
    testTimeout: timeout,
    hookTimeout: timeout * 2,
    environment: 'node',
    fileParallelism: !serial,
    unstubEnvs: true,
    restoreMocks: true,
  },
});

/** What scenarios and lessons show, tried in real cells: mostly waiting, so two files run at once. The rest of the labs measures times, alone. */
const shown = [
  'tests/labs/scenario-*.test.ts',
  'tests/labs/lesson*/**/*.test.ts',
  'tests/labs/lesson-*.test.ts',
];

/** Unit tests stand beside their file; the rest live in tests/. */
export default defineConfig({
  test: {
    projects: [
      project('unit', ['{app,lib,labs,prisma,setup,content,tests/bench}/**/*.test.{ts,tsx}'], 10_000, false),
      project('integration', ['tests/integration/**/*.test.ts'], 30_000, true),
      project('labs', ['tests/labs/**/*.test.ts'], 120_000, true, shown),
      project('shown', shown, 120_000, false),
      project('e2e', ['tests/e2e/**/*.test.ts'], 120_000, true),
    ],
  },
});
