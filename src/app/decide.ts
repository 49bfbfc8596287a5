import { InputError } from '../experiment/index.ts';
import { type Outputs, type Records, targetMilestone } from '../record/index.ts';
import { decisionTable, perfectInformationTable, pointsTable, runsTable } from '../output/index.ts';
import { titledFor, type Response } from '../explain/index.ts';
import { decide, kimNelson, shareEstimators, type Decision, type Selection } from '../statistics/index.ts';
import { alternativePoints, type Alternative } from './compare.ts';
import { runPoints, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';
import { namedResponse } from './sensitivity.ts';

/** Options of `decideBetween`. */
export interface DecideOptions<S> extends PointsOptions {
  readonly scenarioModel: ScenarioModel<S>;
  readonly alternatives: readonly Alternative[];
  /** The scenario as it is, where totals of it were observed; default the first of the alternatives. */
  readonly given?: Alternative | undefined;
  /** Response to judge by; default the target milestone, in days up to the horizon. */
  readonly by?: string | undefined;
  readonly better?: 'higher' | 'lower' | undefined;
  /**
   * The smallest difference that matters, in the unit of the response; default a week, or 2 points of a probability.
   */
  readonly indifference?: number | undefined;
  /** Probability with which a wrong policy may be selected. */
  readonly alpha?: number | undefined;
}

/** What a comparison of several policies came to. */
export interface DecideResult<S> {
  readonly run: RunResult<S>;
  readonly policies: readonly string[];
  readonly response: Response;
  readonly sign: 1 | -1;
  readonly indifference: number;
  /** Probability with which a wrong policy may be selected. */
  readonly alpha: number;
  readonly decision: Decision;
  readonly selection: Selection;
  /** Replications of each policy that the horizon cut; 0 where nothing is cut there. */
  readonly censored: readonly number[];
}

/** Differences that do not matter, where none are given. */
const INDIFFERENCE = { time: 7, proportion: 0.02 } as const;

/**
 * Runs several policies on common draws until KN selects one, at the latest after `replications` (default 10,000),
 * and writes `decide.csv` and `perfect_information.csv`.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example
 * await decideBetween({ scenarioModel: rolloutScenarioModel, alternatives: [{ name: 'one crew' }, { name: 'two',
 * settings: { 'deployment.crews': '2 crew' } }] });
 */
export async function decideBetween<S>({
  scenarioModel,
  alternatives,
  given,
  by,
  better,
  indifference,
  alpha = 0.05,
  replications = 10_000,
  ...options
}: DecideOptions<S>): Promise<DecideResult<S>> {
  if (alternatives.length < 2) {
    throw new InputError(`policies: ${alternatives.length}, expected at least two`);
  }
  const asked = alternativePoints(scenarioModel, alternatives);
  const design =
    given === undefined
      ? asked
      : {
          ...asked,
          base: { ...alternativePoints(scenarioModel, [given]).base, warnings: asked.base.warnings },
        };
  const outputs = design.points.map(({ scenario }) => scenarioModel.model.outputs(scenario));
  const { response, margin, sign } = measureOf(outputs, { by, better, indifference });
  const policies = design.points.map((point) => point.name);
  const utilities = (records: Records): Float64Array[] =>
    records.points.map((point) => response.values(point).map((value) => sign * value));
  const selectionOf = (records: Records): Selection =>
    kimNelson(weighed(utilities(records), records), { indifference: margin, alpha });
  const estimators = response.kind === 'proportion' ? shareEstimators(sign) : undefined;
  const decisionOf = (records: Records): Decision =>
    decide(utilities(records), { weights: records.given?.weights, estimators });
  const read = (records: Records): Pick<DecideResult<S>, 'decision' | 'selection' | 'censored'> => ({
    decision: decisionOf(records),
    selection: selectionOf(records),
    censored: censoredBy(records, response),
  });
  const run = await runPoints({
    scenarioModel,
    design,
    kind: 'decide',
    scenarioFile: alternatives[0].file ?? scenarioModel.defaultFile,
    replications,
    until: (records) => selectionOf(records).selected !== undefined,
    tables: (records) => {
      const found = read(records);
      return [
        decisionTable({ policies, response, sign, ...found }),
        perfectInformationTable(policies, response, found.decision),
        pointsTable(design.points),
        runsTable(records),
      ];
    },
    ...options,
  });
  return { run, policies, response, sign, indifference: margin, alpha, ...read(run.records) };
}

/**
 * By what policies are judged, up to the earliest horizon of them: the smallest difference that matters, and whether
 * more is better (1) or worse (−1).
 *
 * @throws InputError where nothing says what, or what matters.
 */
function measureOf(
  all: readonly Outputs[],
  {
    by,
    better,
    indifference,
  }: {
    by: string | undefined;
    better: 'higher' | 'lower' | undefined;
    indifference: number | undefined;
  },
): { response: Response; margin: number; sign: 1 | -1 } {
  const outputs = { ...all[0]!, horizonDays: Math.min(...all.map(({ horizonDays }) => horizonDays)) };
  const name = by ?? targetMilestone(outputs.columns)?.name;
  if (name === undefined)
    throw new InputError('by: no milestone, expected the name of an output to judge by');
  const response = titledFor(namedResponse(name, outputs), all);
  const margin = indifference ?? (response.kind === 'scalar' ? undefined : INDIFFERENCE[response.kind]);
  if (margin === undefined || !(margin > 0)) {
    throw new InputError(
      `indifference: ${margin ?? 'none'}, expected the smallest difference in ${name} that matters`,
    );
  }
  const isHigherBetter = better === undefined ? response.higherIsBetter : better === 'higher';
  return { response, margin, sign: isHigherBetter ? 1 : -1 };
}

/**
 * Utilities times how much their replication counts: their mean difference has the sign and, as weights have a mean of
 * 1, the size of that of what was observed.
 */
function weighed(utilities: Float64Array[], { given }: Records): Float64Array[] {
  if (given === undefined) return utilities;
  return utilities.map((values) => values.map((value, i) => value * given.weights[i]!));
}

function censoredBy({ points }: Records, { name, restricted }: Response): number[] {
  if (!restricted) return points.map(() => 0);
  return points.map((point) =>
    point.column(name).reduce((count, day) => count + (day === Infinity ? 1 : 0), 0),
  );
}
