import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { tsxApi } from './tsxApi.ts';

/** Threads that answer tasks; a thread starts when there is a task for it, and stays. */
export interface ThreadPool<Task, Answer> {
  /**
   * Answers a task; buffers that are moved are the thread's afterwards.
   *
   * @throws what the thread throws, and where none can start.
   */
  run(task: Task, moved?: readonly ArrayBuffer[]): Promise<Answer>;
  destroy(): Promise<void>;
}

/**
 * URL of a worker that stands beside the module of a URL: the compiler rewrites extensions in imports only, so it has
 * the same.
 */
export function workerBeside(url: string, name: string): string {
  return new URL(`./${name}${url.slice(url.lastIndexOf('.'))}`, url).href;
}

/** Starts threads on a worker, whose default export answers tasks. This is the one place where threads are started. */
export function threadPool<Task, Answer>({
  modules,
  workers,
  youngMegabytes,
}: {
  /** URL of the worker, then those of modules that it is told to load. */
  modules: readonly [worker: string, ...others: string[]];
  workers: number;
  /** Memory of a thread for what a task leaves behind; default Node's. */
  youngMegabytes?: number;
}): ThreadPool<Task, Answer> {
  const threads = new Piscina<Task, Answer>({
    ...(youngMegabytes === undefined ? {} : { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } }),
    filename: fileURLToPath(modules[0]),
    // Never more threads than work.
    minThreads: 1,
    maxThreads: workers,
    idleTimeout: Infinity,
    execArgv: execArgv(modules),
  });
  // Not a race against one promise of failure: that promise would keep every answer until it settles, and so every
  // record.
  const waiting = new Set<(error: unknown) => void>();
  let failure: { readonly error: unknown } | undefined;
  // A thread that cannot start would else be started again for ever.
  threads.once('error', (error: unknown) => {
    failure = { error };
    for (const reject of waiting) reject(error);
  });
  return {
    destroy: async () => await threads.destroy(),
    run: async (task, moved = []) =>
      await new Promise((resolve, reject) => {
        if (failure !== undefined) {
          reject(failure.error);
          return;
        }
        waiting.add(reject);
        threads
          .run(task, { transferList: [...moved] })
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
