import { morrisDesign, type Factor } from '../design/index.ts';
import { responseEffects, type Response, type ResponseEffects } from '../explain/index.ts';
import { morrisTable, pointsTable, runsTable } from '../output/index.ts';
import type { Records } from '../record/index.ts';
import { runPoints } from './runPoints.ts';
import { designOf, designSeedOf, folderOptions, orInputError } from './sensitivityDesign.ts';
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
  options.onPlan?.({
    points: rows.length,
    replications: options.replications ?? 100,
    response: responses[0]!.name,
  });
  const effectsOf = (records: Records): ResponseEffects[] => responseEffects(records, rows, names, responses);
  const run = await runPoints({
    replications: 100,
    ...folderOptions(options),
    design: designOf(options, rows),
    tables: (records) => [morrisTable(effectsOf(records)), pointsTable(rows), runsTable(records)],
  });
  return { run, indices: [], effects: effectsOf(run.records), swings: [] };
}
