import type { DesignRow } from '../design/index.ts';
import { type Records, targetMilestone } from '../record/index.ts';
import { comparePoints } from '../explain/index.ts';
import { compareTable, pointsTable, resultTables, withFactors, type Table } from '../output/index.ts';
import type { Seed } from '../random/index.ts';
import type { LedgerRow } from '../scenario/index.ts';
import type { ScenarioChoice } from './chosenScenario.ts';
import { designPoints } from './designPoints.ts';
import { pointsRun, type PointsOptions } from './runPoints.ts';
import { runToFolder, type ExperimentRun, type RunResult } from './runToFolder.ts';

/** Which scenario is swept, over which rows, and where to. */
export interface SweepOptions<S> extends ScenarioChoice<S> {
  readonly rows: readonly DesignRow[];
  /** Milestone that the differences begin with; default the target. */
  readonly milestone?: string | undefined;
  readonly seed?: Seed | undefined;
  /** Default `results/<scenario name>-sweep`. */
  readonly out?: string | undefined;
}

/**
 * Runs a scenario at every row of a design on common draws: the tables of a run with a column for the point, and
 * `points.csv`.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example
 * const rows = gridDesign([vary<RolloutScenario>('deployment.crews', ['1 crew', '2 crew'])]);
 * await sweep({ scenarioModel: rolloutScenarioModel, rows, replications: 200, out: 'results/crews' });
 */
export async function sweep<S>(options: PointsOptions & SweepOptions<S>): Promise<RunResult<S>> {
  const { rows, milestone } = options;
  return await runToFolder({
    tables: sweepTables(rows, milestone),
    ...options,
    ...sweepRun(options),
  });
}

/** The tables of a sweep over rows of a design. */
export function sweepTables(
  rows: readonly DesignRow[],
  milestone?: string,
): (records: Records, ledger: readonly LedgerRow[]) => Table[] {
  const points = pointsTable(rows);
  return (records, ledger) => [
    points,
    ...differencesTable(records, milestone),
    ...resultTables(records, ledger).map((table) =>
      table.name === 'milestones' ? withFactors(table, points) : table,
    ),
  ];
}

/** Every point against the first, pair by pair; the milestone that is asked about, else the target, comes first. */
function differencesTable({ points: [first, ...others] }: Records, asked: string | undefined): Table[] {
  const main = asked ?? targetMilestone(first.outputs.columns)?.name;
  if (others.length === 0 || main === undefined) return [];
  const pairs = others.map((point) => ({
    a: first.name,
    b: point.name,
    comparisons: comparePoints(first, point).toSorted(
      (one, other) => Number(other.response.name === main) - Number(one.response.name === main),
    ),
  }));
  return [{ ...compareTable(pairs), name: 'differences' }];
}

/**
 * The experiment of a sweep, before it is run.
 *
 * @throws InputError, ScenarioError.
 */
export function sweepRun<S>({
  scenarioModel,
  file = scenarioModel.defaultFile,
  settings = {},
  rows,
  seed,
  out,
}: SweepOptions<S>): ExperimentRun<S> {
  const design = designPoints({ scenarioModel, file, settings, rows });
  return pointsRun({ scenarioModel, design, kind: 'sweep', scenarioFile: file, seed, out });
}
