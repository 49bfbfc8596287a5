import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The paths of tsconfig.json: what scripts import is this checkout.
  resolve: { tsconfigPaths: true },
  test: {
    include: ['test/**/*.test.ts'],
    // Against what never ends: the full size runs whole experiments, and a busy machine takes several times as long.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    // Files share their modules: nothing here has module state, and loading the unit library for each file would take
    // most of the time. Processes, not threads: tests start worker threads of their own.
    pool: 'forks',
    isolate: false,
  },
});
