import { escapeHtml, htmlTable } from '../page/index.ts';
import { furtherSection } from './anyTable.ts';
import { censoringParts } from './censoring.ts';
import { intervalsFigure } from './intervalsFigure.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import { responseObject } from './responses.ts';
import { estimateIn, textIn, type ResultsTable } from '../answer/index.ts';
import type { ReportParts } from './runReport.ts';
import { estimateCell, estimateText } from './valueText.ts';

/** Report of policies that were judged on common draws: which to choose, and what a wrong choice costs. */
export function decisionReport(material: Material, table: ResultsTable): ReportParts {
  const { document } = material;
  const [first] = table.rows;
  const unit = first === undefined ? '' : (textIn(first, 'unit') ?? '');
  const response = responseOf(material, table);
  const rowsOf = (field: string): { name: string; estimate?: number | undefined }[] =>
    table.rows.map((row) => ({ name: textIn(row, 'policy') ?? '', ...estimateIn(row, field) }));
  const figures = [
    intervalsFigure(
      document,
      { measure: `mean of ${response}`, unit, rows: rowsOf('mean') },
      'Mean of each policy with its own 95 % interval. They share their draws: policies may differ for certain though these intervals overlap.',
    ),
    intervalsFigure(
      document,
      { measure: 'regret', unit, rows: rowsOf('regret'), reference: 0 },
      'Regret: by how much the best policy of the same replication was better, on the mean.',
    ),
  ];
  return {
    head: {
      headline: headline(table, response),
      parts: [...worth(material), ...censoringParts(material, textIn(first ?? {}, 'response'))],
    },
    sections: [
      {
        id: 'policies',
        title: 'Policy by policy',
        parts: table.rows.length === 0 ? [] : [...figures, policiesTable(table, response, unit)],
      },
      furtherSection(material, ['runs', 'decide', 'perfect_information', 'assumptions']),
    ],
  };
}

function headline(table: ResultsTable, response: string): string {
  const selected = table.rows.find((row) => row['selected'] === 'yes');
  const chosen = table.rows.find((row) => row['chosen'] === 'yes');
  const row = selected ?? chosen;
  if (row === undefined) return 'No policy is chosen';
  const unit = textIn(row, 'unit');
  const name = textIn(row, 'policy') ?? '';
  const regret = `${estimateText(estimateIn(row, 'regret'), unit)} ${unit === 'day' ? 'days' : (unit ?? '')} of regret`;
  return selected === undefined
    ? `No policy is selected yet by ${response}; ${name} has the best mean, with ${regret.trim()}`
    : `${name} is selected by ${response}, with ${regret.trim()}`;
}

function worth({ folder }: Material): string[] {
  const row = folder.tables.get('perfect_information')?.rows[0];
  if (row === undefined) return [];
  const unit = textIn(row, 'unit');
  const value =
    `${estimateText(estimateIn(row, 'value'), unit)} ${unit === 'day' ? 'days' : (unit ?? '')}`.trim();
  return [
    `<p class="lede">${escapeHtml(`Perfect information would be worth ${value}: what ${textIn(row, 'policy') ?? ''} loses against the best policy of each replication.`)}</p>`,
  ];
}

function policiesTable(table: ResultsTable, response: string, unit: string): string {
  return htmlTable({
    caption: `Policies by ${response}`,
    columns: [
      { title: 'policy' },
      ...dateColumns([
        `mean, ${unit}`,
        'best in its replication',
        `regret, ${unit}`,
        'selected',
        'ruled out after',
      ]),
    ],
    rows: table.rows.map((row) => [
      textIn(row, 'policy') ?? '',
      estimateCell(estimateIn(row, 'mean'), unit),
      estimateCell(estimateIn(row, 'p_best'), 'share'),
      estimateCell(estimateIn(row, 'regret'), unit),
      textIn(row, 'selected') ?? '',
      textIn(row, 'ruled_out_at') ?? '',
    ]),
  });
}

function responseOf({ folder }: Material, table: ResultsTable): string {
  const name = table.rows[0] === undefined ? undefined : textIn(table.rows[0], 'response');
  if (name === undefined) return 'their outputs';
  return responseObject(folder, name);
}
