import { basename, resolve } from 'node:path';
import {
  backtest,
  calibrate,
  summarize,
  type BacktestRow,
  type QuantitySummary,
  type SiteOfRecord,
} from '../../models/calibration/index.ts';
import type { RolloutScenario } from '../../models/rollout/index.ts';
import { executorFor } from '../execution/index.ts';
import { InputError, memoryStore, runExperiment, type Progress } from '../experiment/index.ts';
import type { Records } from '../record/index.ts';
import { backtestSummaryTable, backtestTable } from './backtestTables.ts';
import { writeResults, type WrittenFile } from '../output/index.ts';
import { seedText, type Seed } from '../random/index.ts';
import { readRolloutFile } from './rolloutSites.ts';
import type { ExperimentRun } from './runToFolder.ts';
import { shippedCalibration } from './shippedCalibration.ts';
import { campusModel, simulatedSites, siteExperiment } from './siteRun.ts';

/** Options of a backtest. */
export interface BacktestOptions {
  /** CSV of dated rollouts; the table that this package ships when there is none. */
  readonly rollouts?: string | undefined;
  /** What is known on this day, and nothing later; the last date of the file by default. */
  readonly asOf?: string | undefined;
  /** Whether each site is forecast from a calibration on all others of the file, instead of from the shipped one. */
  readonly cv?: boolean | undefined;
  readonly seed?: Seed | undefined;
  /** Replications of each site. */
  readonly draws?: number | undefined;
  /** Default `results/<file name>-backtest`. */
  readonly out?: string | undefined;
  /** Default: all cores. */
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** What a backtest holds its simulated sites against. */
export interface BacktestFacts {
  readonly file: string;
  readonly hash: string;
  readonly asOf: string;
  readonly cv: boolean;
  readonly seed: string;
  readonly sites: readonly SiteOfRecord[];
}

/** What a backtest found. */
export interface BacktestResult {
  readonly file: string;
  readonly hash: string;
  readonly asOf: string;
  readonly cv: boolean;
  readonly out: string;
  readonly rows: readonly BacktestRow[];
  readonly summary: readonly QuantitySummary[];
  readonly files: readonly WrittenFile[];
  /** Sites that the calibration which forecasts them was fitted to, by their names. */
  readonly inFit: number;
  /** Sites in operation when they were first seen: they have no first block to forecast. */
  readonly operational: number;
}

export const USUAL_DRAWS = 200;

/**
 * Forecasts every site of a table of dated rollouts from its first day, scores it against what came, and writes
 * `backtest.csv` and `summary.csv`.
 *
 * @throws InputError, ScenarioError when the table cannot be read, Interrupted.
 * @example await backtestRollouts({ rollouts: 'rollouts.csv', cv: true, out: 'results/backtest' });
 */
export async function backtestRollouts({
  draws = USUAL_DRAWS,
  workers,
  signal,
  onProgress,
  ...options
}: BacktestOptions = {}): Promise<BacktestResult> {
  const { facts, experiment, source, out } = backtestRun(options);
  const executor = executorFor(experiment, { source, workers });
  try {
    const store = memoryStore(experiment);
    const records = await runExperiment({
      experiment,
      executor,
      store,
      replications: draws,
      signal,
      onProgress,
    });
    return await writeBacktest(facts, records, out);
  } finally {
    await executor.close();
  }
}

/**
 * The simulations of a backtest, before they are run, with the facts that their records are held against.
 *
 * @throws InputError, ScenarioError when the table cannot be read.
 */
export function backtestRun({
  rollouts,
  asOf,
  cv = false,
  seed = '1',
  out,
}: Pick<BacktestOptions, 'rollouts' | 'asOf' | 'cv' | 'seed' | 'out'>): ExperimentRun<RolloutScenario> & {
  facts: BacktestFacts;
} {
  if (out === '') throw new InputError('out: empty, expected a folder');
  const text = seedText(seed);
  const known = readRolloutFile({ rollouts, asOf });
  const { file, hash, sites } = known;
  const finished = sites.filter(({ hasFirstBlock, steps }) => hasFirstBlock && steps.length > 0).length;
  if (cv && finished < 3)
    throw new InputError(`${file}: ${finished} first blocks, expected at least 3 to leave one out of`);
  const name = `${basename(file).replace(/\.csv$/i, '')}-backtest`;
  return {
    name,
    out: resolve(out ?? `results/${name}`),
    experiment: siteExperiment(known, text),
    source: campusModel.source,
    facts: { file, hash, asOf: known.asOf, cv, seed: text, sites },
  };
}

/** Scores the sites by what was simulated of them, and writes the tables. */
export async function writeBacktest(
  { file, hash, asOf, cv, seed, sites: known }: BacktestFacts,
  records: Records,
  out: string,
): Promise<BacktestResult> {
  const sites = simulatedSites(known, records);
  const calibration = cv ? calibrate(sites) : shippedCalibration();
  const rows = backtest(sites, { calibration, leaveOut: cv, seed });
  const summary = summarize(rows, { seed });
  const name = `${basename(file).replace(/\.csv$/i, '')}-backtest`;
  const files = await writeResults({
    folder: out,
    name,
    tables: [backtestTable(rows), backtestSummaryTable(summary)],
  });
  return {
    file,
    hash,
    asOf,
    cv,
    out,
    rows,
    summary,
    files,
    inFit: cv ? 0 : sitesInFit(rows),
    operational: known.filter(({ hasFirstBlock }) => !hasFirstBlock).length,
  };
}

/** How many of the sites that were scored the shipped calibration has seen. */
function sitesInFit(rows: readonly BacktestRow[]): number {
  const fitted = new Set(readRolloutFile({}).sites.map(({ name }) => name));
  return new Set(rows.map(({ site }) => site).filter((site) => fitted.has(site))).size;
}
