import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { threads, type ModelSource } from '../execution/index.ts';
import {
  checkReplications,
  manifestText,
  openDiskStore,
  packageRoot,
  runExperiment,
  runUntil,
  writeWholeFile,
  type Executor,
  type Experiment,
  type Found,
  type Progress,
  type Records,
  type RunFacts,
} from '../experiment/index.ts';
import {
  inputsTable,
  resultTables,
  writeResults,
  type InputEffect,
  type Table,
  type WrittenFile,
} from '../output/index.ts';
import { formatIssue, SHIPPED, type Issue, type LedgerRow } from '../scenario/index.ts';
import { inputEffects } from './inputEffects.ts';
import { gitState } from './gitState.ts';
import { portablePath } from './packagePath.ts';
import { isPreciseEnough, type Precision } from './precision.ts';
import { clearFolder, prepareFolder } from './outputFolder.ts';

// Replications of each point that holds an input, as a part of the run's own: a tenth keeps its interval within
// ±10 pp at 1,000 replications.
const PART_FOR_EFFECTS = 10;

/** What a finished run left, in memory by name only: records are read from disk when they are asked for. */
export interface RunResult<S> {
  readonly name: string;
  readonly out: string;
  readonly experiment: Experiment<S>;
  readonly records: Records;
  readonly ledger: readonly LedgerRow[];
  /** What of the scenario may not be meant. */
  readonly warnings: readonly Issue[];
  /** The target's probability with one main input held at a time. */
  readonly effects: readonly InputEffect[];
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
  /** Also run each main input at its 10 % and 90 % point and write `inputs.csv`. Default true. */
  readonly withInputEffects?: boolean;
  /** The tables to write; default all of a run. */
  readonly tables?: ((records: Records, ledger: readonly LedgerRow[]) => Table[]) | undefined;
  /** Finished blocks are kept when it aborts. */
  readonly signal?: AbortSignal | undefined;
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
  name,
  out,
  experiment,
  source,
  ledger = [],
  warnings = [],
  scenarioFile,
  until,
  replications = until === undefined ? 1000 : 100_000,
  workers,
  fresh = false,
  withInputEffects = true,
  tables: tablesOf = resultTables,
  signal,
  onFound = () => {},
  onProgress = () => {},
}: RunOptions & {
  name: string;
  out: string;
  experiment: Experiment<S>;
  source: ModelSource;
  ledger?: readonly LedgerRow[];
  warnings?: readonly Issue[];
  scenarioFile?: string | undefined;
}): Promise<RunResult<S>> {
  const started = performance.now();
  checkReplications(replications);
  const executor: Executor<S> = threads(workers === undefined ? { source } : { source, workers });
  try {
    prepareFolder(out);
    if (fresh) clearFolder(out);
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
        ? { records: await runExperiment(options), reached: undefined, looks: [] }
        : await runUntil({
            ...options,
            isPrecise: typeof until === 'function' ? until : (records) => isPreciseEnough(records, until),
          });
    const alreadyThere = Math.min(first?.found ?? 0, records.replications * records.points.length);
    const effects = withInputEffects
      ? await inputEffects({
          experiment,
          executor,
          out,
          replications: Math.ceil(records.replications / PART_FOR_EFFECTS),
          signal,
          onProgress,
        })
      : [];
    // What follows needs no threads, and their memory is as much as all of it.
    await executor.close();
    const tables = [...tablesOf(records, ledger), ...(effects.length > 0 ? [inputsTable(effects)] : [])];
    const files = await writeResults({ folder: out, name, tables });
    const seconds = (performance.now() - started) / 1000;
    const run: RunFacts = {
      ...(scenarioFile === undefined ? {} : { scenario: portablePath(scenarioFile) }),
      module: portablePath(source.module),
      export: source.export,
      ...gitState(packageRoot()),
      node: process.version,
      platform: `${process.platform}-${process.arch}`,
      workers: executor.workers,
      found: alreadyThere,
      seconds: Number(seconds.toFixed(3)),
      finished: new Date().toISOString(),
    };
    writeWholeFile(
      join(out, 'manifest.json'),
      manifestText({
        experiment,
        replications: records.replications,
        warnings: warnings.map(portableLine),
        outputs: files,
        run,
      }),
    );
    const report = tables.length === 0 ? undefined : await reportOf(out);
    return {
      name,
      out,
      experiment,
      records,
      ledger,
      warnings,
      effects,
      tables,
      files,
      report,
      found: alreadyThere,
      precise: reached,
      looks,
      seconds,
    };
  } finally {
    await executor.close();
  }
}

/** A warning that says the same on every machine; what no file holds has no path to be made so. */
function portableLine(warning: Issue): string {
  const isInFile = warning.line > 0 && !warning.file.startsWith(SHIPPED);
  return formatIssue(isInFile ? { ...warning, file: portablePath(warning.file) } : warning);
}

async function reportOf(folder: string): Promise<string> {
  // Charts and their document take long to load: not before they are needed.
  const { writeReport } = await import('../report/index.ts');
  const { file } = await writeReport({ folder });
  return file;
}
