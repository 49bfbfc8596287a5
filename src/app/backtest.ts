import { basename, resolve } from 'node:path';
import {
  backtest,
  calibrate,
  summarize,
  type BacktestRow,
  type QuantitySummary,
} from '../../models/calibration/index.ts';
import { InputError } from '../experiment/index.ts';
import { backtestSummaryTable, backtestTable } from './backtestTables.ts';
import { writeResults, type WrittenFile } from '../output/index.ts';
import { seedText, type Seed } from '../random/index.ts';
import { readRolloutFile, simulateSites } from './rolloutSites.ts';
import { shippedCalibration } from './shippedCalibration.ts';

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
  readonly watch?: ((done: number, of: number) => void) | undefined;
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
}

export const USUAL_DRAWS = 200;

/**
 * Forecasts every site of a table of dated rollouts from its first day, scores it against what came, and writes
 * `backtest.csv` and `summary.csv`.
 *
 * @throws InputError, ScenarioError when the table cannot be read.
 * @example await backtestRollouts({ rollouts: 'rollouts.csv', cv: true, out: 'results/backtest' });
 */
export async function backtestRollouts({
  rollouts,
  asOf,
  cv = false,
  seed = '1',
  draws = USUAL_DRAWS,
  out,
  watch,
}: BacktestOptions = {}): Promise<BacktestResult> {
  if (out === '') throw new InputError('out: empty, expected a folder');
  const text = seedText(seed);
  const known = readRolloutFile({ rollouts, asOf });
  const finished = known.sites.filter(({ hasFirstBlock, steps }) => hasFirstBlock && steps.length > 0).length;
  if (cv && finished < 3)
    throw new InputError(`${known.file}: ${finished} first blocks, expected at least 3 to leave one out of`);
  const calibration = cv ? undefined : shippedCalibration();
  const sites = simulateSites(known, { draws, seed: text, watch });
  const rows = backtest(sites, { calibration: calibration ?? calibrate(sites), leaveOut: cv, seed: text });
  const summary = summarize(rows, { seed: text });
  const name = basename(known.file).replace(/\.csv$/i, '');
  const folder = resolve(out ?? `results/${name}-backtest`);
  const files = await writeResults({
    folder,
    name: `${name}-backtest`,
    tables: [backtestTable(rows), backtestSummaryTable(summary)],
  });
  return { file: known.file, hash: known.hash, asOf: known.asOf, cv, out: folder, rows, summary, files };
}
