import { htmlTable } from '../page/index.ts';
import { furtherSection } from './anyTable.ts';
import { intervalsFigure } from './intervalsFigure.ts';
import { comparisonHeadline, comparisonLede, neverReached, type Compared } from './comparisonWords.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import {
  inPerCent,
  daysIn,
  estimateIn,
  numberIn,
  textIn,
  titleOf,
  type Estimated,
  type ResultsTable,
} from '../answer/index.ts';
import { ON_TIME } from '../record/index.ts';
import type { ReportParts } from './runReport.ts';
import type { Section } from './section.ts';
import { differenceParts, estimateCell, twoLines } from './valueText.ts';

/** Report of two scenarios on common draws: what differs, by how much, and whether that is shown. */
export function comparisonReport(material: Material, table: ResultsTable): ReportParts {
  const rows = comparedRows(material, table);
  // Where a side never arrives, days between the two are those to the horizon.
  const times = rows.filter((row) => {
    const never = neverReached(material, row);
    return row.unit === 'day' && !never.a && !never.b;
  });
  const shown: Section = {
    id: 'differences',
    title: 'What differs',
    parts: [...differencesFigure(material, times), ...comparisonTable(material, rows)],
  };
  return {
    head: { headline: comparisonHeadline(material, rows), parts: comparisonLede(material, rows) },
    sections: [shown, furtherSection(material, ['runs', 'compare', 'assumptions'])],
  };
}

/** The milestone that is the target too is said once. */
function comparedRows({ folder }: Material, table: ResultsTable): Compared[] {
  // What lies before the as-of date in every pair is no forecast.
  const ahead = table.rows.filter((row) => {
    const past = numberIn(row, 'past') ?? 0;
    return past === 0 || past < (numberIn(row, 'counted') ?? Infinity);
  });
  const rows = ahead.map((row) => {
    const response = textIn(row, 'response') ?? '';
    return {
      a: textIn(row, 'a') ?? '',
      b: textIn(row, 'b') ?? '',
      response,
      title: titleOf(folder, response),
      unit: textIn(row, 'unit') ?? '',
      replications: numberIn(row, 'replications') ?? 0,
      censored: numberIn(row, 'censored') ?? 0,
      meanA: estimateIn(row, 'mean_a'),
      meanB: estimateIn(row, 'mean_b'),
      difference: daysIn(row, 'difference'),
      correlation: numberIn(row, 'correlation'),
    };
  });
  const target =
    rows.find(({ response }) => response === folder.manifest?.target) ??
    rows.findLast(({ unit }) => unit === 'day');
  return rows
    .filter(({ response, title }) => response === target?.response || title !== target?.title)
    .map((row) =>
      row.response === ON_TIME ? { ...row, title: `${target?.title ?? 'the target'} by its date` } : row,
    );
}

function differencesFigure({ folder, document }: Material, rows: readonly Compared[]): string[] {
  const shown = rows
    .filter(({ difference }) => difference.estimate !== undefined)
    .map(({ title, response, difference }) => ({
      name: response === folder.manifest?.target ? `${title} (target)` : title,
      ...difference,
    }));
  if (shown.length === 0) return [];
  const { a, b } = rows[0]!;
  return [
    intervalsFigure(
      document,
      {
        measure: `date with ${b} against ${a}`,
        unit: 'day',
        rows: shown,
        reference: 0,
        directions: ['earlier', 'later'],
      },
      'Means of the paired differences with their 95 % intervals; left of zero is earlier. A milestone past the horizon counts as reached at it, in both alike: the differences are of days up to the horizon.',
    ),
  ];
}

function comparisonTable(material: Material, rows: readonly Compared[]): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    htmlTable({
      caption: `Means of ${first.a} (A) and ${first.b} (B), and B − A over common draws`,
      columns: [
        { title: 'what' },
        ...dateColumns(['A', 'B', 'B − A', 'correlation of the pairs', 'pairs past the horizon']),
      ],
      rows: rows.map((row) => {
        const { title, response, unit, meanA, meanB, difference, correlation, censored } = row;
        const never = neverReached(material, row);
        return [
          twoLines(response === ON_TIME ? `Probability of ${title}` : title, unit === 'share' ? '' : unit),
          never.a ? 'not reached' : estimateCell(meanA, unit),
          never.b ? 'not reached' : estimateCell(meanB, unit),
          never.a || never.b ? 'none' : differenceCell(unit, difference),
          correlation === undefined ? '…' : correlation.toFixed(2).replace('-', '−'),
          String(censored),
        ];
      }),
    }),
    '<p class="note">Intervals: paired t, of probabilities Bonett and Price. Below zero, a correlation says that common draws made the comparison worse.</p>',
  ];
}

function differenceCell(unit: string, difference: Estimated<number>): ReturnType<typeof twoLines> {
  const { value, interval } =
    unit === 'share' ? differenceParts(inPerCent(difference)) : differenceParts(difference, unit);
  return twoLines(unit === 'share' ? `${value} pp` : value, interval);
}
