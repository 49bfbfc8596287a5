import { allCoalitions, antitheticOrders, coalitionsOf, type CauseGroup } from '../design/index.ts';
import { InputError, type Model } from '../experiment/index.ts';
import type { Records } from '../record/index.ts';
import { blameTable, milestoneBlame, type MilestoneBlame } from '../output/index.ts';
import { seedText, type Seed } from '../random/index.ts';
import type { Setting } from '../scenario/index.ts';
import { asInputError } from './asInputError.ts';
import { designPoints } from './designPoints.ts';
import { milestoneName } from './milestoneName.ts';
import { runPoints, type PointsOptions } from './runPoints.ts';
import type { RunResult } from './runToFolder.ts';
import type { ScenarioModel } from './scenarioModel.ts';

/** With more groups than this, Shapley values come from sampled orders. */
const MOST_EXACT = 7;
const DEFAULT_ORDER_PAIRS = 10;

/** Options of `blame`. */
export interface BlameOptions<S> extends PointsOptions {
  readonly scenarioModel: ScenarioModel<S>;
  readonly file?: string | undefined;
  readonly settings?: Readonly<Record<string, Setting>>;
  /** Default: the target. */
  readonly milestone?: string | undefined;
  /** Default: the model's own; causes in none of them stand alone. `each` takes every cause for itself. */
  readonly groups?: readonly CauseGroup[] | 'each' | undefined;
  /** Pairs of orders for more than seven groups; default 10. */
  readonly orderPairs?: number | undefined;
  readonly designSeed?: Seed | undefined;
}

/** What a blame analysis found, and the run that it was read from. */
export interface BlameResult<S> {
  readonly run: RunResult<S>;
  readonly found: MilestoneBlame;
}

/**
 * Runs every coalition of causes at plan on common draws and writes `blame.csv`: how many days each group of causes
 * cost.
 *
 * Up to seven groups take 2^m runs a replication and no more, and their Shapley values are exact.
 *
 * @throws InputError, ScenarioError, ReplicationError, Interrupted.
 * @example await blame({ scenarioModel: rolloutScenarioModel, replications: 100, milestone: 'gpus_100000' });
 */
export async function blame<S>({
  scenarioModel,
  file = scenarioModel.defaultFile,
  settings = {},
  milestone,
  groups: asked,
  orderPairs = DEFAULT_ORDER_PAIRS,
  designSeed = '1',
  ...options
}: BlameOptions<S>): Promise<BlameResult<S>> {
  const { model } = scenarioModel;
  const { base } = designPoints({ scenarioModel, file, settings, rows: [] });
  const groups = [...groupsOf(model, asked), ...dealsGroup(model, base.scenario)];
  const { coalitions, orders } = coalitionDesign(groups, { orderPairs, designSeed });
  const design = designPoints({ scenarioModel, file, settings, rows: coalitions });
  const name = milestoneName(model.outputs(design.base.scenario), milestone);
  const read = (records: Records): MilestoneBlame =>
    milestoneBlame({ records, milestone: name, groups, coalitions, orders });
  const run = await runPoints({
    replications: 200,
    ...options,
    scenarioModel,
    design,
    kind: 'blame',
    scenarioFile: file,
    tables: (records) => [blameTable(read(records))],
  });
  return { run, found: read(run.records) };
}

/** All deals of a scenario as one more cause, which at plan nobody makes. */
function dealsGroup<S>(model: Model<S>, scenario: S): CauseGroup[] {
  const removals = model.removals?.(scenario).removals ?? [];
  if (removals.length === 0) return [];
  const settings = Object.assign({}, ...removals.map(({ ways }) => ways[0]!.settings)) as Record<
    string,
    Setting
  >;
  return [{ name: DEALS, causes: [], settings }];
}

const DEALS = 'deals';

function coalitionDesign(
  groups: readonly CauseGroup[],
  { orderPairs, designSeed }: { orderPairs: number; designSeed: Seed },
) {
  try {
    seedText(designSeed, 'seed of the design');
    if (groups.length <= MOST_EXACT) return { coalitions: allCoalitions(groups), orders: undefined };
    const orders = antitheticOrders(groups.length, { pairs: orderPairs, seed: designSeed });
    return { coalitions: coalitionsOf(groups, orders), orders };
  } catch (error) {
    throw asInputError(error);
  }
}

function groupsOf<S>(
  { causes, causeGroups = [] }: Model<S>,
  asked: readonly CauseGroup[] | 'each' | undefined,
): CauseGroup[] {
  const named = asked === 'each' ? [] : (asked ?? causeGroups);
  for (const { name, causes: own } of named) {
    const unknown = own.find((cause) => !causes.includes(cause));
    if (own.length === 0) throw new InputError(`group ${name}: no causes, expected at least one`);
    if (unknown !== undefined) {
      throw new InputError(`group ${name}: cause ${unknown}, expected one of ${causes.join(', ')}`);
    }
  }
  const alone = causes.filter((cause) => !named.some((group) => group.causes.includes(cause)));
  return [...named, ...alone.map((cause) => ({ name: cause, causes: [cause] }))];
}
