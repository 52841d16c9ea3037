import { defineConfig } from 'vitest/config';

const files = (suffix: string) => [
  `libs/*/src/**/*.${suffix}`,
  `services/*/src/**/*.${suffix}`,
  `deploy/local/**/*.${suffix}`,
];

/** Journeys that kill, cut, or count seconds: nothing else runs meanwhile. */
const ALONE = ['first-light', 'isolation', 'killed-in-the-middle', 'link-cut'].map(
  (name) => `tests/journeys/${name}.test.ts`,
);
const journeys = { pool: 'forks', testTimeout: 600_000, hookTimeout: 600_000 } as const;

/** unit: pure and instant. integration: real PostgreSQL and NATS. pages and journey: whole nodes, as users and systems see them. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Nothing here keeps what another file could see, and reading every module anew for each file is most of the time.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
          include: [...files('test.ts'), 'tests/*.test.ts'],
          exclude: ['**/*.int.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'integration',
          isolate: false,
          include: files('int.test.ts'),
          exclude: ['**/node_modules/**'],
          globalSetup: ['libs/testing/src/global-setup.ts'],
          setupFiles: ['libs/testing/src/made-calendar.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'pages',
          include: ['tests/journeys/**/*.test.ts'],
          exclude: ALONE,
          ...journeys,
          // A page is drawn while a node of the other starts.
          maxWorkers: 2,
          maxConcurrency: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'journey',
          include: ALONE,
          ...journeys,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
