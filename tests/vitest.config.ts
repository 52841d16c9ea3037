import { defineConfig } from 'vitest/config';

const files = (suffix: string) => [
  `libs/*/src/**/*.${suffix}`,
  `services/*/src/**/*.${suffix}`,
  `deploy/local/**/*.${suffix}`,
];

/** unit: pure and instant. integration: real PostgreSQL and NATS. journey: whole nodes as a user sees them. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [...files('test.ts'), 'tests/*.test.ts'],
          exclude: ['**/*.int.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'integration',
          include: files('int.test.ts'),
          exclude: ['**/node_modules/**'],
          globalSetup: ['libs/testing/src/global-setup.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journey',
          include: ['tests/journeys/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          maxConcurrency: 2,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
