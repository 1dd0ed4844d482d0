import boundaries from 'eslint-plugin-boundaries';
import next from 'eslint-config-next';
import tseslint from 'typescript-eslint';

/**
 * The walls (docs/decisions/0001-rooms-and-walls.md). A room is a folder; an import that no policy allows fails.
 * `foundation` rooms of lib may be used by every feature; features meet through each other's operations only.
 */
/** @type {[type: string, pattern: string][]} */
const places = [
  ['protocol', 'labs/protocol'],
  ['runtime', 'labs/runtime'],
  ['images', 'labs/images'],
  ['agent', 'labs/agent'],
  ['cell', 'labs/cell'],
  ['scenarios', 'labs/scenarios'],
  ['service', 'labs/service'],
  ['cli', 'labs/cli'],
  ['db', 'lib/db'],
  ['foundation', 'lib/(config|http|ui)'],
  ['feature', 'lib/*'],
  ['app', 'app'],
  ['content', 'content'],
  ['prisma', 'prisma'],
  ['setup', 'setup'],
  ['tests', 'tests'],
];
const rooms = places.map(([type, pattern]) => ({ type, pattern, partialMatch: false }));

const rootFiles = { category: 'root', pattern: '*.{js,ts,tsx}' };

/** @type {(from: string, ...to: string[]) => object} */
const allow = (from, ...to) => ({
  from: { element: { type: from } },
  allow: { to: { element: { types: { anyOf: [from, ...to] } } } },
});

const walls = [
  allow('protocol'),
  allow('runtime', 'protocol'),
  allow('images', 'agent', 'protocol', 'runtime'),
  allow('agent', 'protocol'),
  allow('cell', 'runtime', 'protocol'),
  allow('scenarios', 'cell', 'protocol'),
  allow('service', 'cell', 'scenarios', 'runtime', 'protocol'),
  allow('cli', 'cell', 'scenarios', 'runtime', 'images', 'protocol'),
  allow('db', 'foundation'),
  allow('foundation', 'db', 'feature'),
  allow('feature', 'foundation', 'db', 'protocol', 'content'),
  allow('app', 'feature', 'foundation', 'protocol', 'content'),
  allow('content', 'feature', 'foundation'),
  allow('prisma', 'db', 'feature', 'foundation'),
  allow('setup', 'prisma', 'images', 'runtime', 'scenarios', 'foundation', 'feature', 'protocol', 'service'),
  allow('tests', ...rooms.map((room) => room.type)),
  {
    from: { file: { categories: 'root' } },
    allow: { to: { element: { types: { anyOf: ['feature', 'foundation', 'content'] } } } },
  },
];

const docker = {
  name: 'dockerode',
  message: 'Only labs/runtime (and the image builder) talks to the Docker Engine: use the CellRuntime port.',
};
const database = {
  group: ['@/lib/db', '@/lib/db/*', '@prisma/*', 'pg'],
  message: 'Only a feature’s store.ts talks to the database.',
};
const stores = {
  group: ['@/lib/*/store', '../*/store'],
  message: 'A store belongs to its feature: call one of the feature’s operations.',
};
/** @type {(paths: object[], patterns: object[]) => { 'no-restricted-imports': ['error', object] }} */
const restrict = (paths, patterns) => ({ 'no-restricted-imports': ['error', { paths, patterns }] });

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next*/',
      '.data*/',
      'next-env.d.ts',
      'lib/db/generated/',
      'lib/labs/generated/',
      'coverage/',
    ],
  },
  ...next,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{js,mjs,ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': rooms,
      'boundaries/files': [rootFiles],
      'import/resolver': { typescript: { project: './tsconfig.json' } },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': ['error', { default: 'disallow', policies: walls }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-console': 'error',
      '@next/next/no-html-link-for-pages': 'off',
      eqeqeq: 'error',
      ...restrict([docker], [database, stores]),
    },
  },
  {
    files: ['lib/**/store.ts', 'lib/db/**', 'prisma/**', 'setup/**', 'tests/**'],
    rules: restrict([docker], [stores]),
  },
  {
    files: ['labs/runtime/**', 'labs/images/**', 'tests/support/docker*.ts'],
    rules: restrict([], [database, stores]),
  },
  { files: ['tests/**'], rules: restrict([], []) },
  {
    files: ['setup/**', 'labs/cli/**', 'prisma/*.ts', 'tests/bench/**'],
    rules: { 'no-console': 'off' },
  },
);
