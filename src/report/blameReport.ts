import { intervalsChart } from '../plot/index.ts';
import { anyTable, furtherSection } from './anyTable.ts';
import { chartFigure } from './chartFigure.ts';
import type { Material } from './material.ts';
import { milestoneTitle } from './milestones.ts';
import { estimateIn, hasFields, textIn, type Estimated, type ResultsTable } from './resultsTable.ts';
import type { ReportParts } from './runReport.ts';
import { foldable } from './section.ts';
import { estimateText } from './valueText.ts';

/** Rows of `blame.csv` that are no group of causes. */
const SUM = 'sum';
const DELAY = 'delay';

const METHODS = [
  [
    'shapley_days',
    'days of delay, Shapley value',
    'What each cause adds to the delay against the plan in which every draw takes its median, averaged over all orders of the causes: these sum to the delay. Below zero, the cause as drawn made it earlier.',
  ],
  [
    'leave_one_out_days',
    'days gained with the cause alone at plan',
    'With all other causes as drawn. These sum to nothing.',
  ],
  [
    'add_one_days',
    'days lost with the cause alone as drawn',
    'With all other causes at plan. These sum to nothing.',
  ],
] as const;

/** Report of a delay that was shared out among its causes. */
export function blameReport(material: Material, table: ResultsTable): ReportParts {
  const { folder, document } = material;
  const milestone = milestoneTitle(folder, textIn(table.rows[0] ?? {}, 'milestone') ?? '');
  const groups = table.rows.filter((row) => row['cause'] !== SUM && row['cause'] !== DELAY);
  const daysOf = (field: string): ({ cause: string } & Estimated<number>)[] =>
    groups
      .map((row) => ({ cause: textIn(row, 'cause') ?? '', ...estimateIn(row, field) }))
      .filter(({ estimate }) => estimate !== undefined)
      .sort((a, b) => b.estimate! - a.estimate!);
  const delay = table.rows.find((row) => row['cause'] === DELAY);
  const total = delay === undefined ? undefined : estimateIn(delay, 'shapley_days');
  const shares = daysOf('shapley_days');
  const figures = METHODS.filter(([field]) => hasFields(table, [field])).map(([field, says, note]) =>
    chartFigure(
      document,
      (settings) =>
        intervalsChart({
          ...settings,
          measure: says,
          unit: 'day',
          rows: daysOf(field).map(({ cause, ...days }) => ({ name: cause, ...days })),
          reference: 0,
        }),
      note,
    ),
  );
  return {
    answer: { headline: headline(milestone, shares, total), parts: [] },
    sections: [
      {
        id: 'blame',
        title: 'Who made it late',
        parts: groups.length === 0 ? [] : [...figures, foldable('Every measure as a table', anyTable(table))],
      },
      furtherSection(material, ['blame', 'runs', 'assumptions']),
    ],
  };
}

function headline(
  milestone: string,
  shares: readonly ({ cause: string } & Estimated<number>)[],
  total: Estimated<number> | undefined,
): string {
  const [first, second] = shares;
  if (first === undefined) return `No cause of the delay of ${milestone} is measured`;
  const isApart = second === undefined || (first.low ?? -Infinity) > (second.high ?? Infinity);
  const rank = isApart ? 'more than any other cause' : 'the largest share, though not for certain';
  const share = `${first.cause} make ${estimateText(first, 'day')}, ${rank}`;
  if (total?.estimate === undefined) return `Of the days by which ${milestone} is later than plan, ${share}`;
  return `Of the ${estimateText(total, 'day')} days by which ${milestone} is later than plan, ${share}`;
}
