import { MOST_SALTELLI_FACTORS, saltelliMatrices, type DesignRow, type Factor } from '../design/index.ts';
import { InputError, observedColumns, type Point } from '../experiment/index.ts';
import { responseIndices, type Response, type ResponseIndices } from '../explain/index.ts';
import { runsTable, sobolTable } from '../output/index.ts';
import type { Records } from '../record/index.ts';
import { runPoints } from './runPoints.ts';
import { designOf, designSeedOf, folderOptions, plainRow } from './sensitivityDesign.ts';
import type { SensitivityOptions, SensitivityResult } from './sensitivityOptions.ts';

/** Explains responses by first and total indices of uncertain inputs, after Sobol. */
export async function bySobol<S>(
  options: SensitivityOptions<S>,
  factors: readonly Factor[],
  responses: readonly Response[],
): Promise<SensitivityResult<S>> {
  const { size = 512 } = options;
  const seed = designSeedOf(options);
  refuseObserved(options);
  const names = factors.map((factor) => {
    if (factor.kind === 'input' && factor.levels === undefined) return factor.name;
    throw new InputError(
      `sobol: ${factor.name}, expected uncertain inputs without values (morris and tornado take any parameter)`,
    );
  });
  if (names.length > MOST_SALTELLI_FACTORS) {
    throw new InputError(`sobol: ${names.length} inputs, expected at most ${MOST_SALTELLI_FACTORS}`);
  }
  const matrices = saltelliMatrices(names.length);
  const rows: DesignRow[] = [
    ...matrices.map((matrix) =>
      plainRow(typeof matrix === 'string' ? matrix : `A with ${names[matrix.fromB]} of B`),
    ),
    plainRow('A with the seed of B'),
  ];
  const design = designOf(options, rows);
  const points = design.points.map((point, index): Point<S> => {
    const matrix = matrices[index] ?? 'A';
    const draws = matrix === 'B' || index === matrices.length ? 'B' : 'A';
    return { ...point, sample: { names, matrix, draws, seed } };
  });
  options.onPlan?.({ points: points.length, replications: size, response: responses[0]!.name });
  const indicesOf = (records: Records): ResponseIndices[] => responseIndices(records, names, responses);
  const run = await runPoints({
    ...folderOptions(options),
    design: { ...design, points },
    replications: size,
    tables: (records) => [sobolTable(indicesOf(records)), runsTable(records)],
  });
  return { run, indices: indicesOf(run.records), effects: [], swings: [] };
}

/** @throws InputError where totals were observed: what is likely together then is not independent. */
function refuseObserved<S>(options: SensitivityOptions<S>): void {
  const { scenario } = designOf(options, []).base;
  if (observedColumns(options.scenarioModel.model.outputs(scenario)).length === 0) return;
  throw new InputError(
    'sobol: the scenario has observed totals, given which its inputs are not independent, and no variance can be shared out among them; expected --method morris or tornado, or the rank correlations of a run',
  );
}
