import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { executorFor, type ModelSource } from '../execution/index.ts';
import {
  checkReplications,
  openDiskStore,
  runEnough,
  runUntil,
  type Experiment,
  type Found,
  type Progress,
  type ResultKind,
} from '../experiment/index.ts';
import type { Records } from '../record/index.ts';
import type { Table, WrittenFile } from '../output/index.ts';
import type { Issue, LedgerRow } from '../scenario/index.ts';
import { isPreciseEnough, type Precision } from './precision.ts';
import { clearFolder, prepareFolder } from './outputFolder.ts';
import { portablePath } from './packagePath.ts';
import { runTables } from './runTables.ts';
import { variedValues } from './variedValues.ts';
import { writeRun } from './writeRun.ts';

/** What a finished run left, in memory by name only: records are read from disk when they are asked for. */
export interface RunResult<S> {
  readonly name: string;
  readonly out: string;
  readonly experiment: Experiment<S>;
  readonly records: Records;
  readonly ledger: readonly LedgerRow[];
  /** What of the scenario may not be meant. */
  readonly warnings: readonly Issue[];
  readonly tables: readonly Table[];
  readonly files: readonly WrittenFile[];
  /** The page that shows them; none where no tables were asked for. */
  readonly report: string | undefined;
  /** Replications that were there before, over all points. */
  readonly found: number;
  /** Whether the precision asked for was reached; nothing when none was. */
  readonly precise: boolean | undefined;
  /** Numbers of replications at which the precision was looked at; none when none was asked for. */
  readonly looks: readonly number[];
  readonly seconds: number;
}

/** An experiment with what its folder says of it. */
export interface ExperimentRun<S> {
  readonly name: string;
  readonly out: string;
  readonly experiment: Experiment<S>;
  readonly source: ModelSource;
  /** What the tables answer; default: a run of one scenario. */
  readonly kind?: ResultKind;
  readonly ledger?: readonly LedgerRow[];
  readonly warnings?: readonly Issue[] | undefined;
  readonly scenarioFile?: string | undefined;
  /** What is laid over that file in all points. */
  readonly settings?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** What is going to be run. */
export interface RunPlan {
  readonly points: number;
  /** Of each point. */
  readonly replications: number;
  /** Whether fewer may do, as a precision is asked for. */
  readonly isMost: boolean;
  /** What the points of a sweep differ in, a phrase each. */
  readonly varied: readonly string[];
}

/** Options of every run that writes a folder. */
export interface RunOptions {
  /** Default 1,000; with a precision the most, and 100,000. */
  readonly replications?: number;
  /** Stop as soon as the target milestone is known so well. */
  readonly until?: Precision | ((records: Records) => boolean) | undefined;
  /** Default: all cores. */
  readonly workers?: number | undefined;
  /** Remove what another experiment left in the folder instead of refusing. */
  readonly fresh?: boolean;
  /** The tables to write; default all of a run. */
  readonly tables?: ((records: Records, ledger: readonly LedgerRow[]) => Table[]) | undefined;
  /** Finished blocks are kept when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** Told before anything is run. */
  readonly onPlan?: ((plan: RunPlan) => void) | undefined;
  /** What was there when the run began. */
  readonly onFound?: (found: Found) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Runs an experiment on worker threads, keeps its records in `OUT/records`, and writes its tables, `datapackage.json`
 * and `manifest.json` into `OUT`. What an earlier run of the same experiment finished is not run again.
 *
 * @throws InputError, ReplicationError, Interrupted.
 * @example
 * const experiment = defineExperiment({ model, seed: '1', points: [basePoint(scenario)] });
 * const source = { module: new URL('./model.ts', import.meta.url).href, export: 'model' };
 * await runToFolder({ name: 'base', out: 'results/base', experiment, source });
 */
export async function runToFolder<S>({
  until,
  replications = until === undefined ? 1000 : 100_000,
  workers,
  fresh = false,
  tables = runTables,
  signal,
  onPlan = () => {},
  onFound = () => {},
  onProgress = () => {},
  ...run
}: RunOptions & ExperimentRun<S>): Promise<RunResult<S>> {
  const started = performance.now();
  checkReplications(replications);
  const { out, experiment, source } = run;
  const executor = executorFor(experiment, { source, workers });
  try {
    prepareFolder(out);
    if (fresh) clearFolder(out);
    onPlan({
      points: experiment.points.length,
      replications,
      isMost: until !== undefined,
      varied: run.kind === 'sweep' ? variedValues(experiment) : [],
    });
    const { store, found } = openDiskStore({ folder: join(out, 'records'), experiment });
    onFound(found);
    let first: Progress | undefined;
    const options = {
      experiment,
      executor,
      store,
      replications,
      signal,
      onProgress(progress: Progress): void {
        first ??= progress;
        onProgress(progress);
      },
    };
    const { records, reached, looks } =
      until === undefined
        ? { records: await runEnough(options), reached: undefined, looks: [] }
        : await runUntil({
            ...options,
            isPrecise: typeof until === 'function' ? until : (records) => isPreciseEnough(records, until),
          });
    const before = experiment.given === undefined ? (first?.found ?? 0) : found.replications;
    const alreadyThere = Math.min(before, records.replications * records.points.length);
    // What follows needs no threads, and their memory is as much as all of it.
    await executor.close();
    const { scenarioFile } = run;
    return await writeRun({
      ...run,
      scenarioFile: scenarioFile === undefined ? undefined : portablePath(scenarioFile),
      records,
      tables,
      workers: executor.workers,
      found: alreadyThere,
      precise: reached,
      looks,
      started,
    });
  } finally {
    await executor.close();
  }
}
