import { performance } from 'node:perf_hooks';
import { join } from 'node:path';
import type { ModelSource } from '../execution/index.ts';
import {
  fromCanonicalJson,
  InputError,
  isUnfinished,
  moreReplications,
  readDiskStore,
  refuseForeign,
  refuseImpossible,
  sha256,
  storedIdentity,
  type Experiment,
  type Identity,
  type Model,
  type RecordedRun,
} from '../experiment/index.ts';
import { uncovered, type Records } from '../record/index.ts';
import { writeBacktest, type BacktestFacts, type BacktestResult } from './backtest.ts';
import { prepareFolder } from './outputFolder.ts';
import { recordedExperiment } from './replayFolder.ts';
import { runTables } from './runTables.ts';
import type { RunResult } from './runToFolder.ts';
import type { ShardPlan } from './shardPlan.ts';
import { campusModel } from './siteRun.ts';
import { missingShards, workOf, type Work } from './shardWork.ts';
import { sweepTables } from './sweep.ts';
import { writeRun } from './writeRun.ts';

/** What there is of a run in shards. */
export interface Gathered<S> {
  readonly experiment: Experiment<S>;
  /** Nothing while shards are missing. */
  readonly records: Records | undefined;
  /** Shards of which replications are missing, in order: how many. */
  readonly missing: ReadonlyMap<number, number>;
  /** Files that are torn or damaged, and were not used. */
  readonly damaged: readonly string[];
}

/** What came of merging: the results, or what is missing of them. */
export interface MergeResult<Run> extends Pick<Gathered<unknown>, 'missing' | 'damaged'> {
  /** Nothing while shards are missing, or too few replications agree with what was observed. */
  readonly run?: Run;
  /** What is to be run next where too few agree. */
  readonly lacking?: { readonly effective: number; readonly replications: number } | undefined;
}

/**
 * Checks that every shard of a plan is in a folder, whole and of one experiment. The records are read where they are,
 * one column at a time.
 *
 * @throws InputError on records of another experiment, version or Node.
 */
export function shardRecords<S>(folder: string, plan: ShardPlan, model: Model<S>): Gathered<S> {
  const { replications, shards } = plan;
  const experiment = plannedExperiment(folder, plan, model);
  const work = workOf({ experiment, out: folder, replications });
  const recorded = readRecords(work);
  const missing = missingShards(work, shards, ({ name }) =>
    uncovered(recorded?.ranges(name) ?? [], replications),
  );
  const damaged = (recorded?.damaged ?? []).filter((path) => !isUnfinished(path));
  const records = missing.size > 0 ? undefined : recorded?.first(replications);
  return { experiment, records, missing, damaged };
}

/**
 * Writes the tables, the report and the manifest of a run whose shards are all there: the bytes that a run on one
 * machine writes.
 *
 * @throws InputError on records of another experiment, version or Node.
 */
export async function mergeShards<S>({
  folder,
  plan,
  model,
  source,
  asked = plan.replications,
  workers,
}: {
  folder: string;
  plan: ShardPlan;
  model: Model<S>;
  source: ModelSource;
  /** Replications that were asked for at first; default: those of the plan. */
  asked?: number;
  /** Threads, at most, that write long tables; default all cores. */
  workers?: number | undefined;
}): Promise<MergeResult<RunResult<S>>> {
  const started = performance.now();
  const { replications, shards, name, ledger, settings, warnings, rows, scenario } = plan;
  const { experiment, records, ...found } = shardRecords(folder, plan, model);
  if (records === undefined) return found;
  const more = moreReplications(experiment, records, asked);
  if (more !== undefined)
    return { ...found, lacking: { effective: records.given!.effective, replications: more } };
  refuseImpossible(records);
  prepareFolder(folder);
  const run = await writeRun({
    name,
    out: folder,
    experiment,
    source,
    kind: rows === undefined ? 'run' : 'sweep',
    ledger,
    settings,
    warnings,
    scenarioFile: scenario,
    records,
    tables: rows === undefined ? runTables : sweepTables(rows),
    started,
    writers: workers,
    found: replications * experiment.points.length,
    shards,
  });
  return { ...found, run };
}

/**
 * Scores a backtest whose shards are all there: the tables of a backtest on one machine.
 *
 * @throws InputError on records of another experiment, version or Node.
 */
export async function mergeBacktest(
  folder: string,
  plan: ShardPlan,
  facts: BacktestFacts,
): Promise<MergeResult<BacktestResult>> {
  const { records, missing, damaged } = shardRecords(folder, plan, campusModel.model);
  if (records === undefined) return { missing, damaged };
  prepareFolder(folder);
  return { missing, damaged, run: await writeBacktest(facts, records, folder) };
}

/** @throws InputError when the records are not those of the plan and the model. */
function plannedExperiment<S>(folder: string, plan: ShardPlan, model: Model<S>): Experiment<S> {
  const path = join(folder, 'records', 'experiment.json');
  const identity = storedIdentity(join(folder, 'records'));
  if (identity === undefined) throw new InputError(`${path}: missing, expected what a shard wrote`);
  if (sha256(identity) !== plan.experiment) {
    throw new InputError(
      `${path}: of another experiment than the shards, or damaged, expected that of one run; where it is damaged, remove it and run any shard again`,
    );
  }
  const experiment = recordedExperiment(path, identity, model);
  const { version } = (fromCanonicalJson(identity) as Identity<S>).model;
  if (version !== model.version) {
    throw new InputError(
      `${path}: of version ${version} of the model, expected ${model.version}, which is to merge it`,
    );
  }
  return experiment;
}

/** Nothing where no shard has begun. */
function readRecords<S>(part: Work<S>): RecordedRun | undefined {
  if (storedIdentity(part.folder) === undefined) return undefined;
  const recorded = readDiskStore(part);
  refuseForeign(recorded.foreign);
  return recorded;
}
