import type { DesignRow } from '../design/index.ts';
import { InputError, type Model, type OrderOption } from '../experiment/index.ts';
import { expectedOneOf } from '../scenario/index.ts';
import { plainRow } from './plainRow.ts';

/** An order and the median day, counted from the start of the run, on which it is placed as the scenario has it. */
export interface UsualOrder {
  readonly order: OrderOption;
  readonly usualDay: number;
}

/** One order of one site on another day. */
export interface OrderMove {
  readonly order: OrderOption;
  readonly shiftDays: number;
  readonly row: DesignRow;
}

export const AS_USUAL = plainRow('as usual');

/** Every order moved by every shift that is still to be had, one at a time. */
export function movesOf(
  orders: readonly UsualOrder[],
  shiftsDays: readonly number[],
  today: number,
): OrderMove[] {
  return orders.flatMap(({ order, usualDay }) =>
    openShifts(usualDay, shiftsDays, today).map((shiftDays) => {
      const name = `${order.site} ${order.item} ${shiftDays > 0 ? '+' : ''}${shiftDays} days`;
      return { order, shiftDays, row: rowOf(name, [{ order, shiftDays }]) };
    }),
  );
}

/** Every order as early as the earliest of the shifts puts it, but no earlier than today. */
export function allAtEarliest(
  orders: readonly UsualOrder[],
  shiftsDays: readonly number[],
  today: number,
): DesignRow {
  const moves = orders.map(({ order, usualDay }) => ({
    order,
    shiftDays: Math.min(0, ...openShifts(usualDay, shiftsDays, today)),
  }));
  return rowOf('all as early as tried', moves);
}

/**
 * The shifts that place an order today or later: what would be placed before is placed today, and what was placed
 * before today is not placed sooner.
 */
function openShifts(usualDay: number, shiftsDays: readonly number[], today: number): number[] {
  const daysAhead = Number.isFinite(usualDay) ? Math.ceil(today - usualDay) : Number.NEGATIVE_INFINITY;
  const shifts =
    daysAhead > 0
      ? shiftsDays.filter((shift) => shift >= daysAhead)
      : shiftsDays.map((shift) => Math.max(shift, daysAhead)).filter((shift) => shift !== 0);
  return [...new Set(shifts)];
}

function rowOf(name: string, moves: readonly Pick<OrderMove, 'order' | 'shiftDays'>[]): DesignRow {
  const settings = Object.fromEntries(
    moves
      .filter(({ shiftDays }) => shiftDays !== 0)
      .map(({ order, shiftDays }) => [order.path, `${(order.shiftDays ?? 0) + shiftDays} days`]),
  );
  return { ...plainRow(name), settings };
}

/** @throws InputError on a shift that is there twice, and on none but 0. */
export function checkedShifts(shiftsDays: readonly number[]): number[] {
  const shifts = shiftsDays.filter((days) => days !== 0);
  const twice = shifts.find((days, index) => shifts.indexOf(days) < index);
  if (twice !== undefined) throw new InputError(`shifts: ${twice} twice, expected each once`);
  if (shifts.length === 0) throw new InputError('shifts: none, expected at least one other than 0');
  return shifts;
}

/** The orders of some sites, else of all. @throws InputError on a site that orders nothing. */
export function ordersOf<S>(
  model: Model<S>,
  scenario: S,
  sites: readonly string[] | undefined,
): OrderOption[] {
  if (model.orders === undefined)
    throw new InputError(`model ${model.name}: orders nothing, expected a model with the function orders`);
  const all = model.orders(scenario);
  if (all.length === 0) throw new InputError('scenario: no site orders anything, expected one that does');
  const known = [...new Set(all.map(({ site }) => site))];
  const unknown = sites?.find((site) => !known.includes(site));
  if (unknown !== undefined) {
    throw new InputError(`site ${unknown}: orders nothing, ${expectedOneOf(unknown, known)}`);
  }
  return all.filter(({ site }) => sites === undefined || sites.includes(site));
}
