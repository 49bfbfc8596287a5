import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { InputError, ReplicationError, type Executor } from '../experiment/index.ts';
import { builtModules } from './builtModules.ts';
import type { ModelSource } from './modelSource.ts';
import { tsxApi } from './tsxApi.ts';
import type { Failure, WorkerTask } from './worker.ts';

/** More is a slip of the finger, and would start so many threads. */
const mostWorkers = 512;

/**
 * Runs chunks on worker threads. This is the one place where threads are started.
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
  let pool: Promise<Pool> | undefined;
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

interface Pool {
  /** Rejects too when a thread cannot start, which would else be started again for ever. */
  run(chunk: WorkerTask['chunk']): Promise<Float64Array | Failure>;
  destroy(): Promise<void>;
}

async function startPool({ module, export: name }: ModelSource, workers: number): Promise<Pool> {
  // The compiler rewrites extensions in imports only, so the worker has the extension of this file.
  const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
  const sources = [new URL(`./worker${extension}`, import.meta.url).href, module] as const;
  const [filename, built] = (await builtModules(sources)) ?? sources;
  const source: ModelSource = { module: built, export: name };
  const threads = new Piscina<WorkerTask, Float64Array | Failure>({
    // A replication leaves little behind: a young generation of 12 MB instead of 48 costs no time and saves a tenth
    // of the memory of a run a worker (473 to 401 MB with two).
    resourceLimits: { maxYoungGenerationSizeMb: 12 },
    filename: fileURLToPath(filename),
    // A thread starts when there is a chunk for it, and stays: never more threads than work.
    minThreads: 1,
    maxThreads: workers,
    idleTimeout: Infinity,
    execArgv: execArgv([filename, built]),
  });
  // Not a race against one promise of failure: that promise would keep every answer until it settles, and so every
  // record.
  const waiting = new Set<(error: unknown) => void>();
  let failure: { readonly error: unknown } | undefined;
  threads.once('error', (error: unknown) => {
    failure = { error };
    for (const reject of waiting) reject(error);
  });
  return {
    destroy: async () => await threads.destroy(),
    run: async (chunk) =>
      await new Promise((resolve, reject) => {
        if (failure !== undefined) {
          reject(failure.error);
          return;
        }
        waiting.add(reject);
        threads
          .run({ source, chunk })
          .then(resolve, reject)
          .finally(() => waiting.delete(reject));
      }),
  };
}

/**
 * Arguments that let a thread load TypeScript, whatever started this process and from whatever folder.
 *
 * `--import tsx` is not enough: on Node 20 it registers its hooks in the main thread only.
 */
function execArgv(modules: readonly string[]): string[] {
  if (!modules.some((module) => /\.[cm]?tsx?$/.test(module))) return [];
  const text = `import { register } from ${JSON.stringify(tsxApi())}; register();`;
  return ['--import', `data:text/javascript,${encodeURIComponent(text)}`];
}
