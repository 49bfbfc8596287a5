import {
  morrisDesign,
  oneAtATimeDesign,
  saltelliMatrices,
  MOST_SALTELLI_FACTORS,
  type DesignRow,
  type Factor,
} from '../design/index.ts';
import { InputError, observedColumns, type Point } from '../experiment/index.ts';
import { type Outputs, type Records, targetMilestone } from '../record/index.ts';
import {
  comparePoints,
  defaultResponses,
  informativeResponses,
  responseEffects,
  responseIndices,
  responseNames,
  responseOf,
  type Comparison,
  type Response,
  type ResponseEffects,
  type ResponseIndices,
} from '../explain/index.ts';
import { compareTable, morrisTable, pointsTable, runsTable, sobolTable } from '../output/index.ts';
import { seedText, type Seed } from '../random/index.ts';
import { expectedOneOf, type Setting } from '../scenario/index.ts';
import { asInputError } from './asInputError.ts';
import { designPoints } from './designPoints.ts';
import { recordsOf } from './recordsOf.ts';
import { runPoints, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';
import type { Method } from './sensitivityMethods.ts';
import { factorsOf } from './vary.ts';
import type { Varied } from './sweepSchema.ts';

/** What a sensitivity analysis found; which part depends on the method. */
export interface SensitivityResult<S> {
  readonly run: RunResult<S>;
  readonly indices: readonly ResponseIndices[];
  readonly effects: readonly ResponseEffects[];
  /** Each end of each factor against the base. */
  readonly swings: readonly { readonly point: string; readonly comparisons: readonly Comparison[] }[];
}

/** Options of `sensitivity`. */
export interface SensitivityOptions<S> extends PointsOptions {
  readonly scenarioModel: ScenarioModel<S>;
  readonly file?: string | undefined;
  readonly settings?: Readonly<Record<string, Setting>>;
  readonly method: Method;
  /** What is varied; default all uncertain inputs of the scenario. */
  readonly varied?: readonly Varied[] | undefined;
  /** Rows of sobol (default 512), trajectories of morris (default 10). */
  readonly size?: number | undefined;
  /** Seed of the design, apart from that of the run. */
  readonly designSeed?: Seed | undefined;
  /** Names of what is explained; default what is telling of the target, and all milestones. */
  readonly responses?: readonly string[] | undefined;
  /** Called before the first point is run. */
  readonly onPlan?: ((plan: SensitivityPlan) => void) | undefined;
}

/** What an analysis is going to run, and explain. */
export interface SensitivityPlan {
  readonly points: number;
  /** Of each point. */
  readonly replications: number;
  /** What is explained first. */
  readonly response: string;
}

/** Replications that tell how sure the target is, before anything is explained. */
const PILOT = 100;

/**
 * Runs a sensitivity analysis: `sobol.csv` (first and total indices of uncertain inputs, the replication seed as one
 * more), `morris.csv` or `tornado.csv`.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example await sensitivity({ scenarioModel: rolloutScenarioModel, method: 'sobol', size: 512, out: 'results/sobol'
 *   });
 */
export async function sensitivity<S>(options: SensitivityOptions<S>): Promise<SensitivityResult<S>> {
  const { scenarioModel, file = scenarioModel.defaultFile, settings = {}, method } = options;
  designSeedOf(options);
  const { base } = designPoints({ scenarioModel, file, settings, rows: [] });
  const inputs = scenarioModel.model.inputs(base.scenario).map(({ name }) => name);
  const factors = factorsOf(options.varied ?? inputs.map((name) => ({ vary: name })), inputs);
  if (factors.length === 0) {
    throw new InputError(
      `model ${scenarioModel.model.name}: no uncertain inputs, expected something to vary`,
    );
  }
  const outputs = scenarioModel.model.outputs(base.scenario);
  const responses =
    options.responses?.map((name) => namedResponse(name, outputs)) ??
    (await tellingResponses(options, outputs));
  switch (method) {
    case 'sobol':
      return await bySobol(options, factors, responses);
    case 'morris':
      return await byMorris(options, factors, responses);
    case 'tornado':
      return await byTornado(options, factors, responses);
  }
}

/** What is explained where nobody names it: a few replications first tell how sure the target is. */
async function tellingResponses<S>(
  { scenarioModel, seed, workers, signal, onProgress, ...options }: SensitivityOptions<S>,
  outputs: Outputs,
): Promise<Response[]> {
  if (targetMilestone(outputs.columns) === undefined) return defaultResponses(outputs);
  const design = designOf({ scenarioModel, ...options }, [plainRow('base')]);
  const { points } = await recordsOf(scenarioModel, design, {
    seed,
    workers,
    signal,
    ...(onProgress && { onProgress }),
    replications: PILOT,
    phase: 'how sure the target is',
  });
  return informativeResponses(points[0]);
}

async function bySobol<S>(
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

async function byMorris<S>(
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

async function byTornado<S>(
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

/**
 * A response by name.
 *
 * @throws InputError naming those that there are.
 */
export function namedResponse(name: string, outputs: Outputs): Response {
  const response = responseOf(name, outputs);
  if (response === undefined) {
    throw new InputError(`response: ${name}, ${expectedOneOf(name, responseNames(outputs))}`);
  }
  return response;
}

function designOf<S>(
  { scenarioModel, file = scenarioModel.defaultFile, settings = {} }: SensitivityOptions<S>,
  rows: readonly DesignRow[],
): ReturnType<typeof designPoints<S>> {
  return designPoints({ scenarioModel, file, settings, rows });
}

function folderOptions<S>({
  file,
  settings: _settings,
  method: _method,
  varied: _varied,
  size: _size,
  designSeed: _designSeed,
  responses: _responses,
  onPlan: _onPlan,
  ...options
}: SensitivityOptions<S>): PointsOptions & {
  scenarioModel: ScenarioModel<S>;
  kind: 'sensitivity';
  suffix: string;
  scenarioFile: string | undefined;
} {
  return {
    ...options,
    kind: 'sensitivity',
    suffix: 'sensitivity',
    scenarioFile: file ?? options.scenarioModel.defaultFile,
  };
}

function designSeedOf<S>({ designSeed = '1' }: SensitivityOptions<S>): string {
  return orInputError(() => seedText(designSeed, 'seed of the design'));
}

function plainRow(name: string): DesignRow {
  return { name, settings: {}, inputs: {}, atPlan: [] };
}

function orInputError<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw asInputError(error);
  }
}
