import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { outputFacts } from '../answer/index.ts';
import {
  manifestText,
  packageRoot,
  refuseImpossible,
  writeWholeFile,
  type RunFacts,
} from '../experiment/index.ts';
import type { Records } from '../record/index.ts';
import { writeResults, type Table, type WrittenFile } from '../output/index.ts';
import { formatIssue, SHIPPED, type Issue, type LedgerRow } from '../scenario/index.ts';
import { gitState } from './gitState.ts';
import { portablePath, wayTo } from './packagePath.ts';
import type { ExperimentRun, RunResult } from './runToFolder.ts';

/** A run whose records are all there, and how they came about. */
interface RunToWrite<S> extends ExperimentRun<S> {
  readonly records: Records;
  readonly tables: (records: Records, ledger: readonly LedgerRow[]) => Table[];
  /** When the run began, in milliseconds of this process. */
  readonly started: number;
  /** Replications that were there before, over all points. */
  readonly found: number;
  readonly precise?: boolean | undefined;
  readonly looks?: readonly number[];
  /** Threads that computed it; none where only tables are made. */
  readonly workers?: number;
  /** Threads, at most, that write long tables; default as many as computed it, else all cores. */
  readonly writers?: number | undefined;
  /** Parts in which other processes computed it. */
  readonly shards?: number;
}

/**
 * Writes the tables, `datapackage.json`, `manifest.json` and the report of records that are all there, wherever they
 * were computed. The scenario file is named as the manifest is to name it.
 *
 * @throws what the file system throws.
 */
export async function writeRun<S>({
  name,
  out,
  experiment,
  source,
  kind = 'run',
  ledger = [],
  warnings = [],
  scenarioFile,
  settings = {},
  records,
  tables: tablesOf,
  started,
  found,
  precise,
  looks = [],
  workers,
  writers = workers,
  shards,
}: RunToWrite<S>): Promise<RunResult<S>> {
  refuseImpossible(records);
  const tables = tablesOf(records, ledger);
  const files = await writeResults({ folder: out, name, tables, workers: writers });
  const seconds = (performance.now() - started) / 1000;
  const scenarioFromHere = scenarioFile === undefined ? undefined : wayTo(scenarioFile, out);
  const run: RunFacts = {
    ...(scenarioFile === undefined ? {} : { scenario: scenarioFile }),
    ...(scenarioFromHere === undefined ? {} : { scenarioFromHere }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    module: portablePath(source.module),
    export: source.export,
    ...gitState(packageRoot()),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    ...(workers === undefined ? {} : { workers }),
    ...(shards === undefined ? {} : { shards }),
    found,
    seconds: Number(seconds.toFixed(3)),
    finished: new Date().toISOString(),
  };
  writeWholeFile(
    join(out, 'manifest.json'),
    manifestText({
      experiment,
      kind,
      replications: records.replications,
      effective: records.given?.effective,
      ...outputFacts(records),
      warnings: warnings.map(portableLine),
      outputs: files,
      run,
    }),
  );
  const report = tables.length === 0 ? undefined : await reportOf(out, files);
  return {
    name,
    out,
    experiment,
    records,
    ledger,
    warnings,
    tables,
    files,
    report,
    found,
    precise,
    looks,
    seconds,
  };
}

/** A warning that says the same on every machine; what no file holds has no path to be made so. */
function portableLine(warning: Issue): string {
  const isInFile = warning.line > 0 && !warning.file.startsWith(SHIPPED);
  return formatIssue(isInFile ? { ...warning, file: portablePath(warning.file) } : warning);
}

async function reportOf(folder: string, files: readonly WrittenFile[]): Promise<string> {
  // Charts and their document take long to load: not before they are needed.
  const { writeReport } = await import('../report/index.ts');
  const { file } = await writeReport({ folder, written: files.map(({ name }) => name) });
  return file;
}
