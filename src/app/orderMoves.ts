import type { DesignRow } from '../design/index.ts';
import { InputError, type Model, type OrderOption } from '../experiment/index.ts';
import { type Outputs, dateOfDay, dayOfDate } from '../record/index.ts';
import { expectedOneOf } from '../scenario/index.ts';

/** One order of one site on another day. */
export interface OrderMove {
  readonly order: OrderOption;
  readonly shiftDays: number;
  readonly row: DesignRow;
}

export const AS_USUAL: DesignRow = { name: 'as usual', settings: {}, inputs: {}, atPlan: [] };

/** Every order moved by every shift, one at a time. */
export function movesOf(orders: readonly OrderOption[], shiftsDays: readonly number[]): OrderMove[] {
  return orders.flatMap((order) =>
    shiftsDays.map((shiftDays) => {
      const name = `${order.site} ${order.item} ${shiftDays > 0 ? '+' : ''}${shiftDays} days`;
      return { order, shiftDays, row: { ...movedTogether([order], shiftDays), name } };
    }),
  );
}

/** Several orders moved at once. */
export function movedTogether(orders: readonly OrderOption[], shiftDays: number): DesignRow {
  const settings = Object.fromEntries(orders.map(({ path }) => [path, `${shiftDays} days`]));
  return { ...AS_USUAL, name: `all ${shiftDays} days`, settings };
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

/** The end of the day that an ISO date names. @throws InputError on one that is none, or not within the simulation. */
export function dueTime({ startDate, horizonDays }: Outputs, date: string): number {
  const day = dayOfDate(startDate, date);
  if (Number.isNaN(day) || dateOfDay(startDate, day) !== date) {
    throw new InputError(`by: ${date}, expected a date such as 2026-12-31`);
  }
  if (day < 0 || day + 1 > horizonDays) {
    const last = dateOfDay(startDate, horizonDays - 1);
    throw new InputError(`by: ${date}, expected a date from ${startDate} to ${last}`);
  }
  return day + 1;
}
