import { upperFirst } from '../wording/index.ts';
import { htmlTable } from '../page/index.ts';
import { anyTable, furtherSection } from './anyTable.ts';
import { censoringParts } from './censoring.ts';
import { intervalsFigure } from './intervalsFigure.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import { responseObject, responseTitle } from './responses.ts';
import {
  estimateIn,
  factorTitles,
  textIn,
  valuesOf,
  type Estimated,
  type ResultsTable,
  type Row,
} from '../answer/index.ts';
import type { ReportParts } from './runReport.ts';
import { foldable } from './section.ts';
import { estimateCell, estimateText } from './valueText.ts';

/** How a method measures what a factor does. */
interface Measure {
  /** Column of the estimate. */
  readonly field: string;
  /** What it is, in words. */
  readonly says: string;
  /** How the response follows. */
  readonly joint: 'of' | 'on';
  readonly note: string;
}

/** Table name → its measure. */
const MEASURES: Readonly<Record<string, Measure>> = {
  sobol: {
    field: 'total',
    says: 'part of the variance',
    joint: 'of',
    note: 'Total Sobol index: the part of the variance that goes when the factor is known, its interactions included; the parts need not add up to one. The replication seed stands for all that is drawn besides the inputs.',
  },
  morris: {
    field: 'mu_star',
    says: 'mean size of the effect',
    joint: 'on',
    note: 'Mean size of the elementary effects of a move across the whole range of the factor; intervals over trajectories.',
  },
};

/** Names of the tables that a report of sensitivities is made from. */
export const SENSITIVITY_TABLES = Object.keys(MEASURES);

/** Report of Sobol indices or elementary effects: which factor decides. */
export function sensitivityReport(material: Material, table: ResultsTable): ReportParts {
  const measure = MEASURES[table.name]!;
  const responses = valuesOf(table, 'response');
  const [main, ...others] = [
    ...new Set([responses.find((name) => name === material.folder.manifest?.target), ...responses]),
  ].filter((name) => name !== undefined);
  const [second] = others;
  const figures = [main, second].flatMap((response) =>
    response === undefined ? [] : effectsFigure(material, table, measure, response),
  );
  return {
    head: {
      headline:
        main === undefined ? 'A sensitivity analysis without rows' : headline(material, table, measure, main),
      parts: censoringParts(material, main),
    },
    sections: [
      {
        id: 'factors',
        title: 'What decides',
        parts: [
          ...figures,
          ...(main === undefined ? [] : [effectsTable(material, table, measure, main)]),
          foldable('All outputs and factors', anyTable(table, 'Every output and factor')),
        ],
      },
      furtherSection(material, ['runs', 'assumptions', table.name]),
    ],
  };
}

function headline(
  { folder }: Material,
  table: ResultsTable,
  { field, says }: Measure,
  response: string,
): string {
  const [first, second] = effectsOf(folder, table, field, response);
  const what = responseTitle(folder, response);
  if (first === undefined) return `No factor is measured for ${what}`;
  const unit = first.unit === 'share' ? '' : ` ${first.unit === 'day' ? 'days' : first.unit}`;
  const size = `${first.name} with a ${says} of ${estimateText(first.effect, first.unit)}${unit}`;
  const isApart = second === undefined || (first.effect.low ?? -Infinity) > (second.effect.high ?? Infinity);
  return isApart
    ? `${what} depends most on ${size}`
    : `${what} depends on no one factor that this sample could single out; the largest is ${size}`;
}

function effectsFigure(
  { folder, document }: Material,
  table: ResultsTable,
  { field, says, joint, note }: Measure,
  response: string,
): string[] {
  const effects = effectsOf(folder, table, field, response);
  if (effects.length === 0) return [];
  const rows = effects.map(({ name, effect }) => ({ name, ...effect }));
  return [
    intervalsFigure(
      document,
      {
        measure: `${says} ${joint} ${responseObject(folder, response)}`,
        unit: effects[0]!.unit,
        rows,
        reference: 0,
      },
      note,
    ),
  ];
}

function effectsTable(
  { folder }: Material,
  table: ResultsTable,
  { field, says, joint }: Measure,
  response: string,
): string {
  return htmlTable({
    caption: `${upperFirst(says)} ${joint} ${responseObject(folder, response)}, by factor`,
    columns: [{ title: 'factor' }, ...dateColumns([says])],
    rows: effectsOf(folder, table, field, response).map(({ name, effect, unit }) => [
      name,
      estimateCell(effect, unit),
    ]),
  });
}

interface Effect {
  readonly name: string;
  readonly unit: string;
  readonly effect: Estimated<number>;
}

/** Factors of a response, the largest first. */
function effectsOf(
  { manifest }: Material['folder'],
  table: ResultsTable,
  field: string,
  response: string,
): Effect[] {
  const unitOf = (row: Row): string => textIn(row, 'unit') ?? 'share';
  const own = table.rows.filter((row) => row['response'] === response);
  const names = factorTitles(
    own.map((row) => textIn(row, 'factor') ?? ''),
    manifest?.titles,
  );
  return own
    .map((row, index) => ({ name: names[index]!, unit: unitOf(row), effect: estimateIn(row, field) }))
    .filter(({ effect }) => effect.estimate !== undefined)
    .sort((a, b) => b.effect.estimate! - a.effect.estimate!);
}
