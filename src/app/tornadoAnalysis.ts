import { oneAtATimeDesign, type Factor } from '../design/index.ts';
import { comparePoints, type Response } from '../explain/index.ts';
import { compareTable, pointsTable, runsTable } from '../output/index.ts';
import type { Records } from '../record/index.ts';
import { runPoints } from './runPoints.ts';
import { designOf, folderOptions, orInputError } from './sensitivityDesign.ts';
import type { SensitivityOptions, SensitivityResult } from './sensitivityOptions.ts';

/** Explains responses by each end of each factor alone against the base. */
export async function byTornado<S>(
  options: SensitivityOptions<S>,
  factors: readonly Factor[],
  responses: readonly Response[],
): Promise<SensitivityResult<S>> {
  const rows = orInputError(() => oneAtATimeDesign(factors));
  options.onPlan?.({
    points: rows.length,
    replications: options.replications ?? 1000,
    response: responses[0]!.name,
  });
  const swingsOf = ({ points: [base, ...others] }: Records): SensitivityResult<S>['swings'] =>
    others.map((point) => ({ point: point.name, comparisons: comparePoints(base, point, responses) }));
  const run = await runPoints({
    ...folderOptions(options),
    kind: 'tornado',
    design: designOf(options, rows),
    tables: (records) => {
      const pairs = swingsOf(records).map(({ point, comparisons }) => ({ a: 'base', b: point, comparisons }));
      return [{ ...compareTable(pairs), name: 'tornado' }, pointsTable(rows), runsTable(records)];
    },
  });
  return { run, indices: [], effects: [], swings: swingsOf(run.records) };
}
