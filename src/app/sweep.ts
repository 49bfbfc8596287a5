import type { DesignRow } from '../design/index.ts';
import { pointsTable, resultTables } from '../output/index.ts';
import type { Setting } from '../scenario/index.ts';
import { designPoints } from './designPoints.ts';
import { runPoints, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';

/**
 * Runs a scenario at every row of a design on common draws: the tables of a run with a column for the point, and `points.csv`.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example
 * const rows = gridDesign([vary<RolloutScenario>('deployment.crews', ['1 crew', '2 crew'])]);
 * await sweep({ scenarioModel: rolloutScenarioModel, rows, replications: 200, out: 'results/crews' });
 */
export async function sweep<S>({
  scenarioModel,
  file = scenarioModel.defaultFile,
  settings = {},
  rows,
  ...options
}: PointsOptions & {
  scenarioModel: ScenarioModel<S>;
  file?: string | undefined;
  settings?: Readonly<Record<string, Setting>>;
  rows: readonly DesignRow[];
}): Promise<RunResult<S>> {
  const design = designPoints({ scenarioModel, file, settings, rows });
  return await runPoints({
    scenarioModel,
    design,
    suffix: 'sweep',
    scenarioFile: file,
    tables: (records, ledger) => [pointsTable(rows), ...resultTables(records, ledger)],
    ...options,
  });
}
