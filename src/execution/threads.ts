import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { InputError, ReplicationError, type Executor } from '../experiment/index.ts';
import { builtModules } from './builtModules.ts';
import type { ModelSource } from './modelSource.ts';
import { threadPool, workerBeside, type ThreadPool } from './threadPool.ts';
import type { Failure, WorkerTask } from './worker.ts';

/** More is a slip of the finger, and would start so many threads. */
const mostWorkers = 512;

/**
 * Runs chunks on worker threads.
 *
 * @throws InputError on a count of workers that makes no sense, and inside a worker thread.
 * @example const executor = threads({ source: { module: import.meta.url, export: 'model' }, workers: 2 });
 */
export function threads<S>({
  source,
  workers = availableParallelism(),
}: {
  source: ModelSource;
  workers?: number;
}): Executor<S> {
  if (!Number.isSafeInteger(workers) || workers < 1 || workers > mostWorkers) {
    throw new InputError(`workers: ${workers}, expected an integer from 1 to ${mostWorkers}`);
  }
  if (!isMainThread) {
    throw new InputError(
      `${source.module}: starts a run when it is imported, expected the model in a module of its own or the run under isMainThread`,
    );
  }
  let pool: Promise<ChunkPool> | undefined;
  return {
    workers,
    async run(chunk) {
      // Not before there is something to run: a run that finds everything finished starts no thread.
      pool ??= startPool(source, workers);
      const answer = await (await pool).run(chunk);
      if (answer instanceof Float64Array) return answer;
      throw new ReplicationError(answer.point, answer.replication, answer.reason);
    },
    async close() {
      await (await pool)?.destroy();
    },
  };
}

interface ChunkPool {
  run(chunk: WorkerTask['chunk']): Promise<Float64Array | Failure>;
  destroy(): Promise<void>;
}

async function startPool({ module, export: name }: ModelSource, workers: number): Promise<ChunkPool> {
  const sources = [workerBeside(import.meta.url, 'worker'), module] as const;
  const modules = (await builtModules(sources)) ?? sources;
  const source: ModelSource = { module: modules[1], export: name };
  const pool: ThreadPool<WorkerTask, Float64Array | Failure> = threadPool({
    modules,
    workers,
    // A replication leaves little behind: 12 MB instead of 48 cost no time and save a tenth of the memory of a run a
    // worker (473 to 401 MB with two).
    youngMegabytes: 12,
  });
  return { destroy: pool.destroy, run: async (chunk) => await pool.run({ source, chunk }) };
}
