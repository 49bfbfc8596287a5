import { countText, upperFirst } from '../wording/index.ts';
import { htmlTable } from '../page/index.ts';
import { furtherSection } from './anyTable.ts';
import { intervalsFigure } from './intervalsFigure.ts';
import {
  beVerbAfter,
  daysIn,
  estimateIn,
  numberIn,
  textIn,
  titleOf,
  type ResultsTable,
} from '../answer/index.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import { stepOf } from './relaxTables.ts';
import type { ReportParts } from './runReport.ts';
import { paragraph } from './section.ts';
import { estimateCell, estimateText, longDate } from './valueText.ts';

/** Report of the fewest steps that bring a milestone about in time: each with what it and those before it bring. */
export function reachReport(material: Material, table: ResultsTable): ReportParts {
  const { folder, document } = material;
  const first = table.rows[0] ?? {};
  const name = textIn(first, 'milestone') ?? '';
  const title = titleOf(folder, name);
  const be = beVerbAfter(folder, name);
  const date = longDate(textIn(first, 'by_date') ?? '');
  const rows = table.rows.map((row) => ({ name: `+ ${stepOf(row)}`, ...estimateIn(row, 'probability') }));
  const best = rows.at(-1);
  const wanted = numberIn(first, 'wanted');
  const what = `${upperFirst(title)} ${be} reached by ${date}`;
  const headline =
    best === undefined
      ? 'No step is needed, or none helps'
      : `${what} with a probability of ${estimateText(best, 'share')} when ${countText(rows.length, 'step')} ${rows.length === 1 ? 'is' : 'are'} made`;
  return {
    head: {
      headline,
      parts: [
        paragraph(
          `Asked for: ${estimateText({ estimate: wanted }, 'share')}. The steps are the fewest that were found, on draws other than these, so that the choice does not flatter them; another combination as small may do as well. Each row is with the steps of the rows above it.`,
        ),
      ],
    },
    sections: [
      {
        id: 'steps',
        title: 'What to do',
        parts:
          rows.length === 0
            ? []
            : [
                intervalsFigure(document, {
                  measure: `probability that ${title} ${be} reached by ${date}`,
                  unit: 'share',
                  rows,
                  reference: wanted,
                  title: 'With each further step',
                }),
                stepsTable(table),
              ],
      },
      furtherSection(material, ['reach', 'runs', 'assumptions']),
    ],
  };
}

function stepsTable(table: ResultsTable): string {
  return htmlTable({
    caption: 'Steps, each after those above it',
    columns: [{ title: 'step' }, { title: 'by' }, ...dateColumns(['probability', 'days gained'])],
    rows: table.rows.map((row) => [
      stepOf(row),
      textIn(row, 'by') ?? '',
      estimateCell(estimateIn(row, 'probability'), 'share'),
      estimateCell(daysIn(row, 'gained_days'), 'day'),
    ]),
  });
}
