import { NOT_AVAILABLE } from '../statistics/index.ts';
import { dateCell } from './dateCell.ts';
import { type LatestOrder } from '../explain/index.ts';
import { estimateCells, estimateFields } from './estimateFields.ts';
import type { Table } from './table.ts';

/** Whether an order can still be placed in time. */
export function orderStatus(
  { usualDay, latestShiftDays: { estimate }, neverTooLate, isTried }: LatestOrder,
  { startDate, asOf }: { startDate: string; asOf: string },
): 'open' | 'ordered' | 'placed' | 'not binding' | 'unreachable' {
  if (!isTried && (dateCell(startDate, usualDay) ?? '') < asOf) return 'placed';
  if (estimate === undefined) return 'unreachable';
  if (neverTooLate) return 'not binding';
  return (dateCell(startDate, usualDay + estimate) ?? '') < asOf ? 'ordered' : 'open';
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
          'open: can still be ordered in time; ordered: placed before the as-of date, early enough, and too late from the as-of date on; placed: before the as-of date, as is every date that would have been tried; not binding: the latest date tried is early enough; unreachable: no date tried is, of which none lies before the as-of date',
      },
    ],
    *rows() {
      for (const order of orders) {
        const status = orderStatus(order, { startDate, asOf });
        const dates = estimateCells(order.latestShiftDays).map((shift) =>
          dateCell(
            startDate,
            shift === undefined || status === 'placed' ? undefined : order.usualDay + shift,
          ),
        );
        yield [
          order.site,
          order.item,
          dateCell(startDate, order.usualDay),
          ...estimateCells(order.usualProbability),
          ...dates,
          ...estimateCells(order.probability ?? NOT_AVAILABLE),
          ...estimateCells(order.best),
          status,
        ];
      }
    },
  };
}
