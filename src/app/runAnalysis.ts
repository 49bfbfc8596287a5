import type { DesignRow } from '../design/index.ts';
import type { Point } from '../experiment/index.ts';
import type { Table } from '../output/index.ts';
import type { Records } from '../record/index.ts';
import type { ScenarioChoice } from './chosenScenario.ts';
import { designPoints } from './designPoints.ts';
import { runPoints, type DesignOptions, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';

/** Options of every analysis that runs a scenario at several points. */
export interface AnalysisOptions<S> extends PointsOptions, ScenarioChoice<S> {}

/** What an analysis found, and the run that it was read from. */
export interface AnalysisResult<S, Found> {
  readonly run: RunResult<S>;
  readonly found: Found;
}

/**
 * Runs the rows of a design over a scenario on common draws into a folder, and reads off the records what they show:
 * for the tables, and for whoever asked.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 */
export async function runAnalysis<S, Found>({
  scenarioModel,
  file = scenarioModel.defaultFile,
  settings,
  rows,
  pointOf = (point) => point,
  read,
  tables,
  ...options
}: Omit<AnalysisOptions<S>, 'tables'> &
  Pick<DesignOptions<S>, 'kind' | 'suffix'> & {
    readonly rows: readonly DesignRow[];
    /** What is run for the point of a row; default: that point. */
    readonly pointOf?: (point: Point<S>, index: number) => Point<S>;
    readonly read: (records: Records) => Found;
    readonly tables: (found: Found, records: Records) => Table[];
  }): Promise<AnalysisResult<S, Found>> {
  const design = designPoints({ scenarioModel, file, settings, rows });
  let found: Found | undefined;
  const run = await runPoints({
    ...options,
    scenarioModel,
    design: { ...design, points: design.points.map(pointOf) },
    scenarioFile: file,
    tables: (records) => {
      found = read(records);
      return tables(found, records);
    },
  });
  return { run, found: found! };
}
