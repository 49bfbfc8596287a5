import { oneAtATimeDesign, type Factor } from '../design/index.ts';
import { comparePoints, type Response } from '../explain/index.ts';
import type { Titles } from '../record/index.ts';
import { compareTable, pointsTable, runsTable } from '../output/index.ts';
import { withTitles } from './factorTitles.ts';
import { orInputError } from './orInputError.ts';
import { runAnalysis } from './runAnalysis.ts';
import type { SensitivityOptions, SensitivityResult } from './sensitivityOptions.ts';

/** Explains responses by each end of each factor alone against the base. */
export async function byTornado<S>(
  options: SensitivityOptions<S>,
  factors: readonly Factor[],
  responses: readonly Response[],
  titles: Titles | undefined,
): Promise<SensitivityResult<S>> {
  const rows = orInputError(() => oneAtATimeDesign(withTitles(factors, titles)));
  const { run, found: swings } = await runAnalysis({
    ...options,
    kind: 'tornado',
    suffix: 'sensitivity',
    rows,
    read: ({ points: [base, ...others] }) =>
      others.map((point) => ({ point: point.name, comparisons: comparePoints(base, point, responses) })),
    tables: (found, records) => {
      const pairs = found.map(({ point, comparisons }) => ({ a: 'base', b: point, comparisons }));
      return [{ ...compareTable(pairs), name: 'tornado' }, pointsTable(rows), runsTable(records)];
    },
  });
  return { run, indices: [], effects: [], swings };
}
