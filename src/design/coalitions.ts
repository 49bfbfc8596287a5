import { asWritten } from '../refusal/index.ts';
import type { Setting } from '../scenario/index.ts';
import type { DesignRow } from './factor.ts';

/** Causes that are put at plan together, under one name. */
export interface CauseGroup {
  readonly name: string;
  readonly causes: readonly string[];
  /** What else is set where the group is at plan, such as a deal that is taken out. */
  readonly settings?: Readonly<Record<string, Setting>>;
}

/** A row of a design in which some groups are as drawn and all others are at plan. */
export interface Coalition extends DesignRow {
  /** Bit i says whether group i is as drawn. */
  readonly disturbed: number;
}

/** 2^m points are run: more groups than this would not end. */
const MOST_EXACT = 12;
/** A coalition is a number with a bit a group. */
const MOST_GROUPS = 30;

/**
 * Every coalition of the groups, in binary order: first the plan, last everything as drawn.
 *
 * @throws RangeError on groups that share a name or a cause, and above 12 groups
 * @example
 * allCoalitions([{ name: 'chips', causes: ['chips'] }]).map(({ name }) => name) // ['all at plan', 'none at plan']
 */
export function allCoalitions(groups: readonly CauseGroup[]): Coalition[] {
  checkGroups(groups);
  if (groups.length > MOST_EXACT) {
    throw new RangeError(`groups: ${groups.length}, expected at most ${MOST_EXACT}: 2^m points are run`);
  }
  return Array.from({ length: 2 ** groups.length }, (_, disturbed) => coalition(groups, disturbed));
}

/**
 * The coalitions that some orders of the groups need: what each order has disturbed step by step, and every group alone
 * in and alone out.
 *
 * @throws RangeError on groups that share a name or a cause, and above 30 groups
 */
export function coalitionsOf(
  groups: readonly CauseGroup[],
  orders: readonly (readonly number[])[],
): Coalition[] {
  checkGroups(groups);
  if (groups.length > MOST_GROUPS) {
    throw new RangeError(`groups: ${groups.length}, expected at most ${MOST_GROUPS}`);
  }
  const all = 2 ** groups.length - 1;
  const needed = new Set([0, all]);
  groups.forEach((_, index) => {
    needed.add(2 ** index);
    needed.add(all - 2 ** index);
  });
  for (const order of orders) {
    checkOrder(order, groups.length);
    let disturbed = 0;
    for (const index of order) needed.add((disturbed += 2 ** index));
  }
  return [...needed].sort((a, b) => a - b).map((disturbed) => coalition(groups, disturbed));
}

// Another place would be a bit of no group, and one that comes twice the bit of another group.
function checkOrder(order: readonly number[], count: number): void {
  const isPlace = order.every((place) => Number.isInteger(place) && place >= 0 && place < count);
  if (!isPlace || new Set(order).size < order.length)
    throw new RangeError(
      `order of groups: ${order.map((place) => asWritten(place)).join(', ')}, expected each place below ${count} at most once`,
    );
}

function coalition(groups: readonly CauseGroup[], disturbed: number): Coalition {
  const isDisturbed = (index: number): boolean => ((disturbed >> index) & 1) === 1;
  const drawn = groups.filter((_, index) => isDisturbed(index));
  const planned = groups.filter((_, index) => !isDisturbed(index));
  return {
    name: coalitionName(drawn, planned),
    settings: Object.assign({}, ...planned.map((group) => group.settings ?? {})) as DesignRow['settings'],
    inputs: {},
    atPlan: planned.flatMap(({ causes }) => causes),
    disturbed,
  };
}

function coalitionName(drawn: readonly CauseGroup[], planned: readonly CauseGroup[]): string {
  const names = (groups: readonly CauseGroup[]): string => groups.map(({ name }) => name).join(' + ');
  if (planned.length === 0) return 'none at plan';
  if (drawn.length === 0) return 'all at plan';
  return drawn.length < planned.length ? `all but ${names(drawn)} at plan` : `${names(planned)} at plan`;
}

function checkGroups(groups: readonly CauseGroup[]): void {
  if (groups.length === 0) throw new RangeError('groups: none, expected at least one');
  const names = new Set<string>();
  const owners = new Map<string, string>();
  for (const { name, causes } of groups) {
    if (names.has(name)) throw new RangeError(`group ${name}: twice, expected names that differ`);
    names.add(name);
    for (const cause of causes) {
      const owner = owners.get(cause);
      if (owner !== undefined) {
        throw new RangeError(`group ${name}: cause ${cause} is in ${owner} too, expected it in one group`);
      }
      owners.set(cause, name);
    }
  }
}
