import { defineConfig } from 'vitest/config';

/** Which tests run where. A suite that needs a stack or a database says so by its folder or its suffix. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          testTimeout: 60_000,
          maxWorkers: 2,
          include: ['{contract,stack,server,agent-worker,widget,test/eval}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          // Rules share nothing that one file could spoil for the next, and a process for each took most of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: 'database',
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          include: ['{server,test/eval,test/faults}/**/*.db.test.ts'],
          globalSetup: ['test/support/database-setup.ts'],
        },
      },
      {
        test: {
          name: 'hostile',
          include: ['test/hostile/**/*.test.ts'],
          globalSetup: ['test/support/database-setup.ts'],
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'stack',
          include: ['test/{stack,faults,models,embed}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'calls',
          include: ['test/calls/**/*.test.ts'],
          globalSetup: ['test/support/stack-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'phone',
          include: ['test/phone/**/*.test.ts'],
          globalSetup: ['test/support/phone-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          // Whole conversations by speech, four at once: it takes ten minutes of two cores, and is run on demand.
          name: 'voice',
          include: ['test/voice/**/*.test.ts'],
          globalSetup: ['test/support/phone-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          maxConcurrency: 4,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/stack-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
