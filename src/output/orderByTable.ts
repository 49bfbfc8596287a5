import type { PointRecords } from '../record/index.ts';
import { NOT_AVAILABLE, weightedQuantiles, type Estimate } from '../statistics/index.ts';
import { dateCell } from './calendarDate.ts';
import { chanceBefore } from './chanceBefore.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import type { Table } from './table.ts';

/** A point in which one order of one site is moved by so many days. */
export interface MovedOrder {
  readonly point: PointRecords;
  readonly shiftDays: number;
}

/** The latest day on which an item can be ordered. */
export interface LatestOrder {
  readonly site: string;
  readonly item: string;
  /** Median day of the order as the scenario has it. */
  readonly usualDay: number;
  readonly usualProbability: Estimate;
  /** Latest shift tried with the probability asked for; low and high: with its interval's lower and upper end. */
  readonly latestShiftDays: Estimate;
  /** Probability at that shift. */
  readonly probability: Estimate | undefined;
  /** The highest probability at any shift that was tried. */
  readonly best: Estimate;
  /** Whether no shift that was tried is too late. */
  readonly neverTooLate: boolean;
}

/**
 * The latest of the tried shifts of one order at which the milestone is still in time with the probability asked for.
 *
 * Later orders never help, so the answer is read off from the latest shift down.
 */
export function latestOrder({
  site,
  item,
  usualDay,
  base,
  moved,
  milestone,
  byDay,
  probability,
}: {
  site: string;
  item: string;
  /** Output with the day of the order. */
  usualDay: string;
  base: PointRecords;
  moved: readonly MovedOrder[];
  milestone: string;
  /** The milestone must come before this time. */
  byDay: number;
  /** Probability asked for. */
  probability: number;
}): LatestOrder {
  const inTime = (point: PointRecords): Estimate => chanceBefore(point, milestone, byDay);
  const tried = [{ point: base, shiftDays: 0 }, ...moved]
    .map(({ point, shiftDays }) => ({ shiftDays, chance: inTime(point) }))
    .sort((a, b) => b.shiftDays - a.shiftDays);
  const latest = (by: (chance: Estimate) => number | undefined) =>
    tried.find(({ chance }) => (by(chance) ?? 0) >= probability);
  const found = latest(({ estimate }) => estimate);
  const neverTooLate = found !== undefined && found === tried[0];
  return {
    site,
    item,
    usualDay: weightedQuantiles(base.column(usualDay), base.weights, [0.5])[0]!.estimate ?? Number.NaN,
    usualProbability: inTime(base),
    latestShiftDays: {
      estimate: found?.shiftDays,
      low: latest(({ low }) => low)?.shiftDays,
      // Where the latest shift is early enough, a later one may be too.
      high: neverTooLate ? undefined : latest(({ high }) => high)?.shiftDays,
    },
    probability: found?.chance,
    best: tried
      .map(({ chance }) => chance)
      .reduce((best, chance) => ((chance.estimate ?? 0) > (best.estimate ?? 0) ? chance : best)),
    neverTooLate,
  };
}

/** Whether an order can still be placed in time. */
export function orderStatus(
  { usualDay, latestShiftDays: { estimate }, neverTooLate }: LatestOrder,
  { startDate, asOf }: { startDate: string; asOf: string },
): 'open' | 'ordered' | 'passed' | 'not binding' | 'unreachable' {
  if (estimate === undefined) return 'unreachable';
  if (neverTooLate) return 'not binding';
  const isBefore = (shift: number): boolean => (dateCell(startDate, usualDay + shift) ?? '') < asOf;
  if (!isBefore(estimate)) return 'open';
  return estimate >= 0 ? 'ordered' : 'passed';
}

/** `order_by.csv`: the latest order date of each long-lead item that still meets the milestone. */
export function orderByTable(
  orders: readonly LatestOrder[],
  { startDate, asOf, probability }: { startDate: string; asOf: string; probability: number },
): Table {
  return {
    name: 'order_by',
    description: `Latest order date, of those tried, of each long-lead item alone with which the milestone is in time with ${probability * 100} %; everything else as in the scenario. The interval holds the dates at which the 95 % Wilson interval of the probability still reaches it. Empty: at no date that was tried.`,
    fields: [
      { name: 'site', type: 'string', description: 'site' },
      { name: 'item', type: 'string', description: 'long-lead item' },
      { name: 'usual_order_date', type: 'date', description: 'median date of its order in the scenario' },
      ...estimateFields('usual_probability', 'number', 'probability with the usual order date', 'share'),
      ...estimateFields('latest_order_date', 'date', 'latest order date that was tried and is early enough'),
      ...estimateFields('probability', 'number', 'probability with the latest order date', 'share'),
      ...estimateFields(
        'best_probability',
        'number',
        'highest probability at any date that was tried',
        'share',
      ),
      {
        name: 'status',
        type: 'string',
        description:
          'open; ordered: by the as-of date, and early enough; passed: the latest date lies before the as-of date and the order was later; not binding: the latest date tried is early enough; unreachable: no date tried is',
      },
    ],
    *rows() {
      for (const order of orders) {
        const dates = estimateCells(order.latestShiftDays).map((shift) =>
          dateCell(startDate, shift === undefined ? undefined : order.usualDay + shift),
        );
        yield [
          order.site,
          order.item,
          dateCell(startDate, order.usualDay),
          ...estimateCells(order.usualProbability),
          ...dates,
          ...estimateCells(order.probability ?? NOT_AVAILABLE),
          ...estimateCells(order.best),
          orderStatus(order, { startDate, asOf }),
        ];
      }
    },
  };
}
