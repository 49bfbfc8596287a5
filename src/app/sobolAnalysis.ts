import { MOST_SALTELLI_FACTORS, saltelliMatrices, type DesignRow, type Factor } from '../design/index.ts';
import { InputError, observedColumns, type Point } from '../experiment/index.ts';
import { responseIndices, type Response } from '../explain/index.ts';
import { runsTable, sobolTable } from '../output/index.ts';
import { chosenScenario } from './chosenScenario.ts';
import { plainRow } from './plainRow.ts';
import { runAnalysis } from './runAnalysis.ts';
import { designSeedOf } from './designSeedOf.ts';
import type { SensitivityOptions, SensitivityResult } from './sensitivityOptions.ts';

/** Explains responses by first and total indices of uncertain inputs, after Sobol. */
export async function bySobol<S>(
  options: SensitivityOptions<S>,
  factors: readonly Factor[],
  responses: readonly Response[],
): Promise<SensitivityResult<S>> {
  const { size = 512, replications } = options;
  refuseObserved(options);
  if (replications !== undefined)
    throw new InputError(
      `replications: ${replications}, with sobol expected --size: a row is a replication of each point`,
    );
  const seed = designSeedOf(options);
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
  const { run, found: indices } = await runAnalysis({
    ...options,
    kind: 'sensitivity',
    replications: size,
    rows,
    pointOf: (point, index): Point<S> => {
      const matrix = matrices[index] ?? 'A';
      const draws = matrix === 'B' || index === matrices.length ? 'B' : 'A';
      return { ...point, sample: { names, matrix, draws, seed } };
    },
    read: (records) => responseIndices(records, names, responses),
    tables: (found, records) => [sobolTable(found), runsTable(records)],
  });
  return { run, indices, effects: [], swings: [] };
}

/** @throws InputError where totals were observed: what is likely together then is not independent. */
function refuseObserved<S>(options: SensitivityOptions<S>): void {
  const { scenario } = chosenScenario(options);
  if (observedColumns(options.scenarioModel.model.outputs(scenario)).length === 0) return;
  throw new InputError(
    'sobol: the scenario has observed totals, given which its inputs are not independent, and no variance can be shared out among them; expected --method morris or tornado, or the rank correlations of a run',
  );
}
