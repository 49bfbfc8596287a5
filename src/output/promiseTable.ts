import type { Records } from '../record/index.ts';
import { saidDateCells, dateFields } from './dateFields.ts';
import { milestoneDates } from './milestoneDates.ts';
import { isPastIn, pointField } from './milestonesTable.ts';
import type { Table } from './table.ts';

const CONFIDENCES = [0.5, 0.8, 0.9] as const;

/** `promise.csv`: the earliest date that one can promise for each milestone and keep with 50, 80 and 90 %. */
export function promiseTable(records: Records, datesOf = milestoneDates(records)): Table {
  const several = records.points.length > 1;
  const hasPast = isPastIn(records);
  return {
    name: 'promise',
    description:
      'Dates that are kept with a stated probability (type 7 quantiles, order-statistic intervals). A promise that is safe against sampling error too is the upper end; an empty cell is a date after the horizon, one before the as-of date that nobody observed, or a bound that so small a sample does not give.',
    fields: [
      ...(several ? [pointField] : []),
      { name: 'milestone', type: 'string', description: 'name of the milestone' },
      ...CONFIDENCES.flatMap((p) =>
        dateFields(
          `kept_with_${p * 100}_percent`,
          `date that is kept with ${p * 100} % probability`,
          hasPast,
        ),
      ),
    ],
    *rows() {
      for (const { point, column, dates } of datesOf(CONFIDENCES))
        yield [...(several ? [point.name] : []), column.name, ...saidDateCells(dates, hasPast)];
    },
  };
}
