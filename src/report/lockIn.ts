import { asOfIn, dateIn, datesOf, estimateIn, yearEnds } from '../answer/index.ts';
import { htmlTable } from '../page/index.ts';
import { lockInChart, type LockInLine } from '../plot/index.ts';
import { chartFigure } from './chartFigure.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import type { Section } from './section.ts';
import { estimateCell } from './valueText.ts';

const COLUMNS = [
  ['days to move', 'move_days_mean', 'day'],
  ['GPU-months lost', 'standstill_gpu_months_mean', 'GPU-month'],
  ['cost of leaving', 'leaving_cost_dollars_mean', '$'],
  ['gain of leaving', 'gain_dollars_mean', '$'],
  ['probability that it pays', 'p_pays', 'probability'],
] as const;

/** What leaving would cost and whether it pays, where the scenario states its data and other places. */
export function lockInSection({ folder, document }: Material): Section {
  const section = { id: 'lock-in', title: 'What it would take to leave' };
  const table = folder.tables.get('lock_in');
  if (table === undefined || table.rows.length === 0) return { ...section, parts: [] };
  const offers = new Map<string, LockInLine & { points: LockInLine['points'][number][] }>();
  for (const row of table.rows) {
    const [date, name] = [dateIn(row, 'date'), row['offer']];
    if (date === undefined || name === undefined) continue;
    const line = offers.get(name) ?? { name, points: [] };
    offers.set(name, line);
    line.points.push({
      date,
      cost: estimateIn(row, 'leaving_cost_dollars_mean'),
      pays: estimateIn(row, 'p_pays'),
    });
  }
  const ends = new Set(yearEnds(datesOf(table.rows)));
  return {
    ...section,
    parts: [
      chartFigure(
        document,
        (settings) => lockInChart({ ...settings, asOf: asOfIn(folder), offers: [...offers.values()] }),
        'Cost: what is paid to leave, and what the GPU-months are worth that stand still meanwhile. It pays when the other place, until the term ends, gives more than staying and the cost of leaving. Where leaving pays in most runs, the mean gain may be below zero all the same: what is lost in the others is then more.',
      ),
      htmlTable({
        caption: 'Deciding to leave at the end of each year (every month in lock_in.csv), means',
        columns: [{ title: 'decided' }, { title: 'to' }, ...dateColumns(COLUMNS.map(([title]) => title))],
        rows: table.rows
          .filter((row) => ends.has(row['date'] ?? ''))
          .map((row) => [
            dateIn(row, 'date') ?? '',
            row['offer'] ?? '',
            ...COLUMNS.map(([, name, unit]) => estimateCell(estimateIn(row, name), unit)),
          ]),
      }),
    ],
  };
}
