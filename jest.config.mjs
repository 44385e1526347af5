import { availableParallelism } from 'node:os';

const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2023',
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'es6' },
    },
  ],
};

const common = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
  modulePathIgnorePatterns: ['<rootDir>/.data', '<rootDir>/tab/dist'],
};

/** Projects: `server` on Node, `tab` in jsdom, `browser` in Chromium. One PostgreSQL server is started for all. */
export default {
  // Two at once also on two cores, where jest would take one; with three each takes so much longer that nothing is won.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  // The slowest tests start processes and browsers; two busy cores must not fail them.
  testTimeout: 180_000,
  globalSetup: '<rootDir>/test/support/start-postgres.ts',
  globalTeardown: '<rootDir>/test/support/stop-postgres.ts',
  projects: [
    {
      ...common,
      displayName: 'server',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/test/unit/{shared,bot,scripts}/**/*.test.ts',
        '<rootDir>/test/contract/**/*.test.ts',
        '<rootDir>/test/simulation/**/*.test.ts',
      ],
    },
    {
      ...common,
      displayName: 'tab',
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/test/support/jsdom.ts'],
      moduleNameMapper: { '\\.css$': '<rootDir>/test/support/empty-module.ts' },
      testMatch: ['<rootDir>/test/unit/tab/**/*.test.{ts,tsx}'],
    },
    {
      ...common,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    },
  ],
};
