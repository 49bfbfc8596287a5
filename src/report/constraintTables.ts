import { countText } from '../wording/index.ts';
import {
  causeTitle,
  asOfIn,
  dateEstimateIn,
  estimateIn,
  hasFields,
  inputFifths,
  inputTitle,
  numberIn,
  textIn,
  titleOf,
  tellingYearEnds,
  type Answer,
} from '../answer/index.ts';
import { tellingResponse } from '../explain/index.ts';
import { htmlTable } from '../page/index.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import { foldable } from './section.ts';
import { dateCell, estimateCell, twoLines } from './valueText.ts';

const PARTS = ['start', 'finish'] as const;
const PERCENTILES = ['p10', 'p50', 'p90'] as const;

/** What bound at the end of each year. */
export function bindingTable(bound: Answer['boundBy']): string[] {
  if (bound === undefined) return [];
  const dates = tellingYearEnds(bound);
  if (dates.length === 0) return [];
  return [
    htmlTable({
      caption: 'What the capacity still to come waited for at the end of each year: on its last report date',
      columns: [{ title: 'cause' }, ...dateColumns(dates)],
      rows: bound.causes.map((cause) => [
        bound.titleOf(cause),
        ...dates.map((date) => {
          const share = bound.share(cause, date);
          return share === undefined ? '' : estimateCell(share, 'share');
        }),
      ]),
    }),
  ];
}

/** Days on the driving path by cause, and how often the cause is on it at all. */
export function attributionTable({ folder }: Material, milestone: string): string[] {
  const table = folder.tables.get('attribution');
  if (table === undefined || !hasFields(table, ['milestone', 'cause', 'path_days', 'criticality'])) return [];
  const rows = table.rows.filter((row) => row['milestone'] === milestone);
  const hasDrag = hasFields(table, ['drag_days']);
  const reached = rows[0] === undefined ? 0 : (numberIn(rows[0], 'replications') ?? 0);
  return [
    htmlTable({
      caption: `Days on the driving path to ${titleOf(folder, milestone)}, over the ${countText(reached, 'replication')} that reached it`,
      columns: [
        { title: 'cause' },
        ...dateColumns([
          'mean days',
          ...(hasDrag ? ['gained at least without it, days'] : []),
          'share of replications with it on the path',
        ]),
      ],
      rows: rows.map((row) => [
        causeTitle(textIn(row, 'cause') ?? '', folder.manifest?.titles),
        estimateCell(estimateIn(row, 'path_days'), 'day'),
        ...(hasDrag
          ? [row['cause'] === 'total' ? '' : estimateCell(estimateIn(row, 'drag_days'), 'day')]
          : []),
        row['cause'] === 'total' ? '' : estimateCell(estimateIn(row, 'criticality'), 'share'),
      ]),
    }),
  ];
}

/** The target where each main input was drawn low, and where it was high. */
export function inputsTable({ folder }: Material): string[] {
  const fifths = inputFifths(folder.tables.get('inputs'));
  if (fifths.length === 0) return [];
  const inputs = [...new Set(fifths.map(({ input }) => input))];
  const all = folder.tables.get('inputs')!.rows.find((row) => textIn(row, 'input') === undefined);
  const probability = all && numberIn(all, 'p_target');
  // Without a probability it was due before the as-of date.
  const isSure = all !== undefined && (probability === undefined || tellingResponse(probability) === 'days');
  const measures = [
    { field: 'p_target', says: 'probability', unit: 'share' },
    isSure
      ? { field: 'mean_days', says: 'days to it', unit: 'day' }
      : { field: 'attained', says: 'part by the date', unit: 'share' },
  ].filter(({ field }) => fifths.some(({ row }) => textIn(row, field) !== undefined));
  const ends = [
    { percent: 10, says: 'lowest fifth' },
    { percent: 90, says: 'highest fifth' },
  ];
  return [
    htmlTable({
      caption: 'The target among the fifth of the runs with the lowest and the highest draw of each input',
      columns: [
        { title: 'input' },
        ...dateColumns(measures.flatMap(({ says }) => ends.map((end) => `${says}, ${end.says}`))),
        ...dateColumns(['rank correlation']),
      ],
      rows: inputs.map((input) => {
        const own = fifths.filter((candidate) => candidate.input === input);
        const cells = measures.flatMap(({ field, unit }) =>
          ends.map(({ percent }) => {
            const found = own.find((candidate) => candidate.percent === percent);
            return found === undefined ? '' : estimateCell(estimateIn(found.row, field), unit);
          }),
        );
        return [
          inputTitle(input, folder.manifest?.titles),
          ...cells,
          estimateCell(estimateIn(own[0]!.row, 'rank_correlation'), ''),
        ];
      }),
    }),
  ];
}

/** Starts and finishes of every stage of every site, folded. */
export function stagesTable({ folder }: Material): string[] {
  const table = folder.tables.get('stages');
  if (table === undefined || !hasFields(table, ['site', 'stage', 'start_date_p50', 'finish_date_p50']))
    return [];
  const hasBegun = hasFields(table, ['begun']);
  const asOf = asOfIn(folder);
  const html = htmlTable({
    caption: 'Stages of the sites: first start and last finish, of the runs that begin them',
    columns: [
      { title: 'site and stage' },
      ...dateColumns([
        ...PARTS.flatMap((part) => PERCENTILES.map((percentile) => `${part}, ${percentile.toUpperCase()}`)),
        ...(hasBegun ? ['begun by the horizon'] : []),
        'finished by the horizon',
      ]),
    ],
    rows: table.rows.map((row) => [
      `${textIn(row, 'site') ?? ''}: ${textIn(row, 'stage') ?? ''}`,
      ...PARTS.flatMap((part) =>
        PERCENTILES.map((percentile) => {
          const date = dateEstimateIn(row, `${part}_date_${percentile}`);
          const isUnobserved = textIn(row, `${part}_status`) === 'unobserved';
          const isPast = asOf !== undefined && (date.estimate ?? asOf) < asOf;
          return isUnobserved && isPast ? twoLines('earlier', 'day not observed') : dateCell(date);
        }),
      ),
      ...(hasBegun ? [estimateCell(estimateIn(row, 'begun'), 'share')] : []),
      estimateCell(estimateIn(row, 'finished'), 'share'),
    ]),
  });
  return [foldable('Dates of every stage, as a table', html)];
}
