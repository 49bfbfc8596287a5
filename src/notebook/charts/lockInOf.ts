import { type Column, type Records, dateOfDay } from '../../record/index.ts';
import { everyNth } from '../../output/index.ts';
import { lockInChart, type LockInLine } from '../../plot/index.ts';
import { meanInterval, wilson } from '../../statistics/index.ts';
import { pointOf } from './pointOf.ts';
import { twoWidths, type PageChart } from './twoWidths.ts';

/**
 * What leaving costs and whether it pays, by the date of the decision: the series of the table `lock_in`.
 *
 * @param point its name; the first when absent.
 * @throws on a point that is not there, or a scenario that states no offers.
 * @example display(lockInOf(result.records));
 */
export function lockInOf(records: Records, point?: string): PageChart {
  const { outputs, column } = pointOf(records, point);
  const { columns, startDate, gridDays, asOf } = outputs;
  const measured = (measure: string): Column[] =>
    columns.filter((one) => one.table === 'lock_in' && one.measure === measure && one.key !== undefined);
  const costs = measured('leaving_cost');
  const pays = measured('pays');
  if (costs.length === 0) throw new Error('records: no lock-in, expected a scenario with `gravity`');
  const offers = costs.map(({ name, key }, index): LockInLine => {
    const [cost, pay] = [column(name), column(pays[index]!.name)];
    return {
      name: key!['offer']!,
      points: gridDays.map((day, place) => {
        const wins = everyNth(pay, gridDays.length, place);
        return {
          date: dateOfDay(startDate, day),
          cost: meanInterval(everyNth(cost, gridDays.length, place)),
          pays: wilson(
            wins.reduce((sum, won) => sum + won, 0),
            wins.length,
          ),
        };
      }),
    };
  });
  return twoWidths((settings) => lockInChart({ ...settings, asOf, offers }));
}
