import {
  allCoalitions,
  antitheticOrders,
  coalitionsOf,
  type CauseGroup,
  type Coalition,
} from '../design/index.ts';
import { InputError } from '../experiment/inputError.ts';
import type { Model } from '../experiment/model.ts';
import { seedText, type Seed } from '../random/index.ts';
import type { Setting } from '../scenario/index.ts';
import { orInputError } from './orInputError.ts';

/** With more groups than this, Shapley values come from sampled orders. */
const MOST_EXACT = 7;
const DEFAULT_ORDER_PAIRS = 10;

/** Which causes are blamed together, and how orders of them are sampled where they are many. */
export interface BlameDesignOptions<S> {
  readonly model: Model<S>;
  /** Whose deals are one more cause, but for those of the party whose milestone it is; none by default. */
  readonly scenario?: S | undefined;
  /** Default: one of the first party. */
  readonly milestone?: string | undefined;
  /** Default: the model's own; causes in none of them stand alone. `each` takes every cause for itself. */
  readonly groups?: readonly CauseGroup[] | 'each' | undefined;
  /** Pairs of orders for more than seven groups; default 10. */
  readonly orderPairs?: number | undefined;
  readonly designSeed?: Seed | undefined;
}

/** Groups of causes, and the coalitions of them that are run to share out a delay. */
export interface BlameDesign {
  readonly groups: readonly CauseGroup[];
  readonly coalitions: readonly Coalition[];
  /** Nothing: Shapley values are exact over all coalitions. */
  readonly orders: readonly (readonly number[])[] | undefined;
}

/**
 * Which coalitions of causes at plan are run: all of up to seven groups, for more those that sampled orders need.
 *
 * @throws InputError on an unknown cause, a group without causes, and what a design refuses.
 * @example blameDesign({ model: rollout }).coalitions.length; // 64
 */
export function blameDesign<S>({
  model,
  scenario,
  milestone = '',
  groups: asked,
  orderPairs = DEFAULT_ORDER_PAIRS,
  designSeed = '1',
}: BlameDesignOptions<S>): BlameDesign {
  const groups = [
    ...groupsOf(model, asked),
    ...(scenario === undefined ? [] : dealsGroup(model, scenario, milestone)),
  ];
  return orInputError(() => {
    seedText(designSeed, 'seed of the design');
    if (groups.length <= MOST_EXACT) return { groups, coalitions: allCoalitions(groups), orders: undefined };
    const orders = antitheticOrders(groups.length, { pairs: orderPairs, seed: designSeed });
    return { groups, coalitions: coalitionsOf(groups, orders), orders };
  });
}

/**
 * The deals of others as one more cause, which at plan nobody makes. Those of the party whose milestone it is are part
 * of its plan: without them there would be less to wait for.
 */
function dealsGroup<S>(model: Model<S>, scenario: S, milestone: string): CauseGroup[] {
  const { removals: all = [], effects = [] } = model.removals?.(scenario) ?? {};
  // Milestones of the first party bear no name.
  const parties = effects.map(({ party }) => party);
  const own = parties.find((party) => milestone.startsWith(`${party}.`)) ?? parties[0];
  const removals = all.filter(({ buyer }) => buyer !== own);
  if (removals.length === 0) return [];
  const settings = Object.assign({}, ...removals.map(({ ways }) => ways[0]!.settings)) as Record<
    string,
    Setting
  >;
  return [{ name: DEALS, causes: [], settings }];
}

const DEALS = 'deals of others';

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
