import { basename } from 'node:path';
import { Document } from 'yaml';
import { calibrate, posteriorEntries, type Calibration } from '../../models/calibration/index.ts';
import { InputError, writeNamedFile } from '../experiment/index.ts';
import { seedText, type Seed } from '../random/index.ts';
import { USUAL_DRAWS } from './backtest.ts';
import { readRolloutFile, simulateSites, type RolloutFile } from './rolloutSites.ts';

/** Options of a calibration. */
export interface CalibrateOptions {
  /** CSV of dated rollouts; the table that this package ships when there is none. */
  readonly rollouts?: string | undefined;
  /** What is known on this day, and nothing later; the last date of the file by default. */
  readonly asOf?: string | undefined;
  readonly seed?: Seed | undefined;
  /** Replications of each site. */
  readonly draws?: number | undefined;
  /** Catalog file to write. */
  readonly out?: string | undefined;
}

/** What a calibration found and wrote. */
export interface CalibrateResult {
  readonly file: string;
  readonly hash: string;
  readonly asOf: string;
  readonly out: string;
  readonly sites: number;
  readonly calibration: Calibration;
}

/**
 * Fits the layer over the mechanistic chain to dated rollouts and writes the posterior as a catalog file.
 *
 * @throws InputError, ScenarioError when the table cannot be read or is too small, or the file cannot be written.
 * @example calibrateRollouts({ rollouts: 'rollouts.csv', out: 'calibration.yaml' });
 */
export function calibrateRollouts({
  rollouts,
  asOf,
  seed = '1',
  draws = USUAL_DRAWS,
  out = 'calibration.yaml',
}: CalibrateOptions = {}): CalibrateResult {
  if (out === '') throw new InputError('out: empty, expected a file');
  const known = readRolloutFile({ rollouts, asOf });
  const timed = known.sites.filter(({ hasFirstBlock, seenDays }) => hasFirstBlock && seenDays > 0);
  const finished = timed.filter(({ steps }) => steps.length > 0).length;
  if (finished < 2)
    throw new InputError(`${known.file}: ${finished} first blocks, expected at least 2 to fit`);
  const text = seedText(seed);
  const calibration = calibrate(simulateSites(known, { draws, seed: text }));
  const yaml = catalogText(calibration, {
    ...known,
    timed: timed.length,
    finished,
    seed: text,
    draws,
    isOwn: rollouts === undefined,
  });
  writeNamedFile('out', out, yaml);
  return { file: known.file, hash: known.hash, asOf: known.asOf, out, sites: timed.length, calibration };
}

function catalogText(
  calibration: Calibration,
  {
    file,
    hash,
    asOf,
    timed,
    finished,
    seed,
    draws,
    isOwn,
  }: RolloutFile & { timed: number; finished: number; seed: string; draws: number; isOwn: boolean },
): string {
  const source = `fit to ${basename(file)}${isOwn ? ' (derived from Epoch AI, AI Data Centers, CC BY 4.0)' : ''}, sha256 ${hash}`;
  const entries = posteriorEntries(calibration).map(({ name, quantity, value, role, correlations }) => [
    name,
    {
      id: 'FIT',
      quantity,
      value,
      asOf,
      source,
      confidence: 'low',
      basis: 'derived',
      role,
      ...(correlations === undefined ? {} : { correlations }),
    },
  ]);
  const document = new Document(Object.fromEntries(entries));
  document.commentBefore = [
    ' What the dated record adds to the mechanistic chain: log T = log T_sim + a + b·min(start − July 2023, 0) + u_owner + τε.',
    ` Written by \`gigaramp calibrate\`; data as of ${asOf}: ${timed} sites, ${finished} with a first block, ${timed - finished} censored.`,
    ` Data: ${basename(file)}, sha256 ${hash}.`,
    ` Fit: posterior mode and Laplace's normal law; ${draws} draws a site, seed ${seed}. Priors and what else was tried: docs/validation.md.`,
    ' `normal(mean, sd)` is the marginal law of a parameter on the logarithm; `correlations` tell how it moves with the entries before it.',
  ].join('\n');
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: true });
}
