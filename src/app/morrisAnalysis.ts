import { morrisDesign, type Factor } from '../design/index.ts';
import { responseEffects, type Response } from '../explain/index.ts';
import { morrisTable, pointsTable, runsTable } from '../output/index.ts';
import { orInputError } from './orInputError.ts';
import { runAnalysis } from './runAnalysis.ts';
import { designSeedOf } from './designSeedOf.ts';
import type { SensitivityOptions, SensitivityResult } from './sensitivityOptions.ts';

/** Explains responses by elementary effects along trajectories, after Morris. */
export async function byMorris<S>(
  options: SensitivityOptions<S>,
  factors: readonly Factor[],
  responses: readonly Response[],
): Promise<SensitivityResult<S>> {
  const { size = 10 } = options;
  const rows = orInputError(() => morrisDesign(factors, { size, seed: designSeedOf(options) }));
  const names = factors.map(({ name }) => name);
  const { run, found: effects } = await runAnalysis({
    replications: 100,
    ...options,
    kind: 'sensitivity',
    rows,
    read: (records) => responseEffects(records, rows, names, responses),
    tables: (found, records) => [morrisTable(found), pointsTable(rows), runsTable(records)],
  });
  return { run, indices: [], effects, swings: [] };
}
