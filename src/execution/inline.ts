import type { Executor, Model } from '../experiment/index.ts';
import { chunkRunner } from './chunkRunner.ts';

/** Runs chunks in this thread: for tests, for debugging, and where threads are not worth starting. */
export function inline<S>(model: Model<S>): Executor<S> {
  const run = chunkRunner(model);
  return {
    workers: 1,
    async run(chunk) {
      // Lets signals and progress through between chunks.
      await new Promise<void>((resolve) => setImmediate(resolve));
      return run(chunk);
    },
    async close() {},
  };
}
