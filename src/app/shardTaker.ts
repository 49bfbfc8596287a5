import { performance } from 'node:perf_hooks';
import { InputError, type Model } from '../experiment/index.ts';
import {
  identityOf,
  queuedRuns,
  runProgress,
  takeShards,
  type Database,
  type QueuedRun,
  type QueuedShard,
} from '../queue/index.ts';
import type { PatientCalls } from './patientCalls.ts';
import { misfit, queuedWork } from './queuedWork.ts';
import type { Work } from './shardWork.ts';

/** Shards in the making at once: while one is begun or ends, the other has work for all threads. */
export const LANES = 2;
/** Seconds of work that are taken at once, where shards are shorter. */
const BATCH_SECONDS = 2;
const MOST_SHARDS = 200;

/** How many shards were taken together, and when. */
interface Batch {
  readonly count: number;
  readonly at: number;
}

const NO_BATCH: Batch = { count: LANES, at: -Infinity };

/** So many that they last for some seconds, if the last did until now. */
function nextCount({ count, at }: Batch, now: number): number {
  const aim = Math.round((count * BATCH_SECONDS * 1000) / Math.max(1, now - at));
  return Math.min(MOST_SHARDS, count * 4, Math.max(LANES, aim));
}

/** What a worker takes shards from, and for whom. */
interface ShardTakerOptions<S> {
  readonly database: Database;
  readonly model: Model<S>;
  /** Id of the worker. */
  readonly worker: string;
  /** Id of a run to work at alone. */
  readonly onlyRun: string | undefined;
  /** Whether to stop when nothing is left to do. */
  readonly isDraining: boolean;
  readonly calls: PatientCalls;
  readonly hold: (shard: QueuedShard) => void;
  readonly onRun: (run: QueuedRun) => void;
}

/** Takes shards of the runs in a queue that its model can compute. */
export class ShardTaker<S> {
  readonly #options: ShardTakerOptions<S>;
  readonly #runs = new Map<string, { run: QueuedRun; work: Work<S> }>();
  #batch = NO_BATCH;
  #taking: Promise<boolean> | undefined;

  constructor(options: ShardTakerOptions<S>) {
    this.#options = options;
  }

  /** A run of which shards were taken, while it is in the queue. */
  run(id: string): { run: QueuedRun; work: Work<S> } | undefined {
    return this.#runs.get(id);
  }

  /**
   * Takes shards for some seconds of work, once for all who ask at a time; says whether there may be more later.
   *
   * @throws InputError when there are only runs of another version or model.
   */
  async take(): Promise<boolean> {
    this.#taking ??= this.#refill().finally(() => (this.#taking = undefined));
    return await this.#taking;
  }

  async #refill(): Promise<boolean> {
    const { database, model, worker, onlyRun, isDraining, calls, hold } = this.#options;
    const all = await calls.call(() => queuedRuns(database));
    const wanted = all.filter(({ id }) => onlyRun === undefined || id === onlyRun);
    for (const id of this.#runs.keys()) if (!wanted.some((run) => run.id === id)) this.#runs.delete(id);
    const fit = wanted.filter((run) => misfit(run, model) === undefined);
    if (fit.length === 0 && wanted.length > 0) throw new InputError(misfit(wanted[0]!, model)!);
    const now = performance.now();
    const count = nextCount(this.#batch, now);
    for (const run of fit) {
      if (!(await this.#load(run))) continue;
      const shards = await calls.call(() => takeShards(database, { worker, run: run.id, count }));
      for (const shard of shards) hold({ run: run.id, shard });
      if (shards.length === 0) continue;
      this.#batch = { count: shards.length, at: now };
      return true;
    }
    this.#batch = NO_BATCH;
    if (!isDraining) return true;
    const progress = await Promise.all(fit.map(({ id }) => calls.call(() => runProgress(database, id))));
    return progress.some(({ taken }) => taken > 0);
  }

  async #load(run: QueuedRun): Promise<boolean> {
    const { database, model, calls, onRun } = this.#options;
    if (this.#runs.has(run.id)) return true;
    const identity = await calls.call(() => identityOf(database, run.id));
    if (identity === undefined) return false;
    this.#runs.set(run.id, { run, work: queuedWork(run, identity, model) });
    onRun(run);
    return true;
  }
}
