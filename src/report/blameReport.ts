import { upperFirst } from '../wording/index.ts';
import { htmlTable } from '../page/index.ts';
import { furtherSection } from './anyTable.ts';
import { intervalsFigure } from './intervalsFigure.ts';
import {
  beVerbAfter,
  daysIn,
  hasFields,
  numberIn,
  textIn,
  titleOf,
  type Estimated,
  type ResultsTable,
} from '../answer/index.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import type { ReportParts } from './runReport.ts';
import { foldable, paragraph } from './section.ts';
import { estimateCell, estimateText, valueText } from './valueText.ts';

/** Rows of `blame.csv` that are no group of causes. */
const SUM = 'sum';
const DELAY = 'delay';

/** A column of `blame.csv`: what it is, in a chart, in a table, and how it is read. */
interface Measure {
  readonly field: string;
  readonly says: string;
  readonly head: string;
  readonly note: string;
  /** What it is below and above 0; absent where it has no sign to tell. */
  readonly directions?: readonly [below: string, above: string];
}

const METHODS: readonly Measure[] = [
  {
    field: 'shapley_days',
    says: 'days of delay, Shapley value',
    head: 'Shapley value',
    note: 'What each cause adds to the delay against the plan in which every draw takes its median, averaged over all orders of the causes: these sum to the delay. Below zero, the cause as drawn made it earlier.',
    directions: ['earlier', 'later'],
  },
  {
    field: 'leave_one_out_days',
    says: 'days gained with the cause alone at plan',
    head: 'gained with this cause alone at plan',
    note: 'With all other causes as drawn. These sum to nothing.',
    directions: ['lost', 'gained'],
  },
  {
    field: 'add_one_days',
    says: 'delay added by this cause alone, days',
    head: 'delay added by this cause alone',
    note: 'With all other causes at plan. These sum to nothing.',
    directions: ['gained', 'lost'],
  },
  {
    field: 'path_days',
    says: 'days on the driving path',
    head: 'on the driving path',
    note: 'Mean days that the cause was waited for on the path that decided the date, over the replications that reached it. These are days of the whole way and not of the delay: they sum to the mean date.',
  },
];

const GPU_DAYS: readonly Measure[] = [
  {
    field: 'shapley_gpu_days',
    says: 'GPU-days short, Shapley value',
    head: 'Shapley value',
    note: 'The same in GPUs times days that were missing by the horizon: the horizon does not cut these as it cuts days.',
    directions: ['less', 'more'],
  },
  { field: 'leave_one_out_gpu_days', says: '', head: 'gained with this cause alone at plan', note: '' },
  { field: 'add_one_gpu_days', says: '', head: 'delay added by this cause alone', note: '' },
];

const SUMS =
  'The row “sum” adds up its column; “delay” is the date as drawn less that of the plan, in which every draw takes its median. Only Shapley values sum to the delay. Path days sum to the mean date of the replications that reached the milestone. Sums of the other two have no meaning.';

/** Report of a delay that was shared out among its causes. */
export function blameReport(material: Material, table: ResultsTable): ReportParts {
  const { folder, document } = material;
  const milestone = titleOf(folder, milestoneIn(table));
  const groups = table.rows.filter((row) => row['cause'] !== SUM && row['cause'] !== DELAY);
  const daysOf = (field: string): ({ name: string } & Estimated<number>)[] =>
    groups
      .map((row) => ({ name: textIn(row, 'cause') ?? '', ...daysIn(row, field) }))
      .filter(({ estimate }) => estimate !== undefined)
      .sort((a, b) => b.estimate! - a.estimate!);
  const isNever = isNeverReached(table);
  const figures = [...METHODS, ...GPU_DAYS.slice(0, 1)].flatMap(({ field, says, note, directions }) => {
    const rows = daysOf(field);
    // GPU-days are many: their unit stands in the axis alone.
    const unit = field.endsWith('_gpu_days') ? '' : 'day';
    const isEmpty = rows.length === 0 || (isNever && rows.every(({ estimate }) => estimate === 0));
    return isEmpty
      ? []
      : [
          intervalsFigure(
            document,
            {
              measure: says,
              unit,
              rows,
              directions,
              reference: directions === undefined ? undefined : 0,
            },
            note,
          ),
        ];
  });
  const tables = [
    foldable('Days as a table', measuresTable(table, `Days of ${milestone} by cause`, METHODS, 'day')),
    ...(hasFields(table, ['shapley_gpu_days'])
      ? [foldable('GPU-days as a table', measuresTable(table, 'GPU-days short by cause', GPU_DAYS, 'gpu'))]
      : []),
    `<p class="note">${SUMS}</p>`,
  ];
  return {
    head: { headline: headline(folder, daysOf('shapley_days'), table), parts: cutParts(table) },
    sections: [
      {
        id: 'blame',
        title: 'What made it late',
        parts: groups.length === 0 ? [] : [...figures, ...tables],
      },
      furtherSection(material, ['blame', 'runs', 'assumptions']),
    ],
  };
}

/** Share of the runs that the horizon cut, where it cut any. */
function cutShare({ rows: [row] }: ResultsTable): number {
  return numberIn(row ?? {}, 'censored_share') ?? 0;
}

function cutParts(table: ResultsTable): string[] {
  const share = cutShare(table);
  const plan = 'The plan is the run in which every draw takes its median.';
  const cut = `The horizon cut ${valueText(share, 'share')} of the runs, over all combinations of causes at plan and as drawn: days are counted up to it.`;
  const never = ' It does not get there by the horizon: its days are those up to the horizon.';
  const planned = isPlanNeverReached(table) ? `${plan}${never}` : plan;
  return [paragraph(share > 0 ? `${cut} ${planned}` : planned)];
}

function milestoneIn({ rows: [first = {}] }: ResultsTable): string {
  return textIn(first, 'milestone') ?? '';
}

function headline(
  folder: Material['folder'],
  shares: readonly ({ name: string } & Estimated<number>)[],
  table: ResultsTable,
): string {
  const [first, second] = shares;
  const milestone = titleOf(folder, milestoneIn(table));
  const be = beVerbAfter(folder, milestoneIn(table));
  if (first === undefined) return `No cause of the delay of ${milestone} is measured`;
  const delay = table.rows.find((row) => row['cause'] === DELAY);
  const plan = isPlanNeverReached(table) ? 'a plan that does not get there by the horizon' : 'plan';
  const total = delay === undefined ? undefined : daysIn(delay, 'shapley_days');
  const isNothing = total?.estimate === 0 && shares.every(({ estimate }) => estimate === 0);
  if (isNothing && isNeverReached(table))
    return `${upperFirst(milestone)} ${be} not reached by the horizon in any run: no delay can be shared out`;
  if (isNothing) return `There is no delay of ${milestone} to share out: it comes as planned in every run`;
  const isApart = second === undefined || (first.low ?? -Infinity) > (second.high ?? Infinity);
  const rank = isApart ? 'more than any other cause' : 'the largest share, though not for certain';
  const share = `${first.name} make ${estimateText(first, 'day')}, ${rank}`;
  if (total?.estimate === undefined)
    return `Of the days by which ${milestone} ${be} later than ${plan}, ${share}`;
  if ((total.low ?? total.estimate) <= 0)
    return `${upperFirst(milestone)} ${be} not shown to be later than ${plan}: the difference is ${estimateText(total, 'day')} days, to which ${share}`;
  return `Of the ${estimateText(total, 'day')} days by which ${milestone} ${be} later than ${plan}, ${share}`;
}

/** Whether the plan reaches it in no replication. */
function isPlanNeverReached({ rows: [row] }: ResultsTable): boolean {
  return numberIn(row ?? {}, 'plan_reached_share') === 0;
}

/** All runs cut; where the table does not tell, no run with a driving path. */
function isNeverReached(table: ResultsTable): boolean {
  if (hasFields(table, ['censored_share'])) return cutShare(table) === 1;
  return table.rows.every((row) => numberIn(row, 'path_days') === undefined);
}

function measuresTable(
  table: ResultsTable,
  caption: string,
  measures: readonly Measure[],
  unit: string,
): string {
  const known = measures.filter(({ field }) => hasFields(table, [field]));
  return htmlTable({
    caption,
    columns: [{ title: 'cause' }, ...dateColumns(known.map(({ head }) => head))],
    rows: table.rows.map((row) => [
      textIn(row, 'cause') ?? '',
      ...known.map(({ field }) => {
        const days = daysIn(row, field);
        return days.estimate === undefined ? '' : estimateCell(days, unit);
      }),
    ]),
  });
}
