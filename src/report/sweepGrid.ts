import { escapeHtml, htmlTable } from '../page/index.ts';
import type { Content } from '../page/html.ts';
import type { Material } from './resultsFolder.ts';
import { dateColumns } from './milestoneTables.ts';
import { factorTitle, milestonesOf, numberIn, textIn, type Milestone, type Row } from '../answer/index.ts';
import { shareText } from '../plot/numberText.ts';
import { variedPath } from './variedPath.ts';
import { sweepLines } from './sweepLines.ts';
import { estimateText, longDate } from './valueText.ts';

/** A factor that has numbers, and the name of its column. */
interface NumericFactor {
  readonly column: string;
  readonly unit: string | undefined;
  readonly title: string;
  /** Its title without the unit. */
  readonly bare: string;
}

/** Values of a factor beyond which a table is no picture any more. */
const MOST_VALUES = 12;

/**
 * The medians of a milestone over one or two factors that are numbers: the later, the darker; what is later than the
 * horizon says so. Over one factor also as lines.
 *
 * @param milestone its name.
 */
export function sweepGrid({ folder, document }: Material, milestone: string | undefined): string[] {
  const points = folder.tables.get('points');
  if (points === undefined || milestone === undefined) return [];
  const factors = points.fields
    .filter(({ name, type, unit }) => name !== 'point' && type === 'number' && unit !== 'quantile')
    .map((field): NumericFactor => {
      const { name, unit } = field;
      const bare = factorTitle(variedPath(field), folder.manifest?.titles);
      return {
        column: name,
        unit,
        title: withUnit(bare, unit),
        bare,
      };
    });
  const others = points.fields.filter(({ name, type }) => name !== 'point' && type !== 'number');
  if (factors.length === 0 || factors.length > 2 || others.length > 0) return [];
  const [down, across] = factors;
  const rowsOf = (factor: NumericFactor | undefined): number[] =>
    factor === undefined
      ? []
      : [...new Set(points.rows.flatMap((row) => numberIn(row, factor.column) ?? []))].sort((a, b) => a - b);
  const [heights, widths] = [rowsOf(down), rowsOf(across)];
  if (heights.length < 2 || heights.length > MOST_VALUES || widths.length > MOST_VALUES) return [];
  const medians = new Map(
    points.rows.map((row) => {
      const name = textIn(row, 'point') ?? '';
      return [row, milestonesOf(folder, name).find((one) => one.name === milestone)] as const;
    }),
  );
  const title = [...medians.values()].find((one) => one !== undefined)?.title ?? milestone;
  const lines =
    across === undefined
      ? sweepLines(document, {
          goal: title,
          factor: down!.bare,
          unit: down!.unit,
          points: [...medians].map(([row, found]) => ({
            value: numberIn(row, down!.column),
            milestone: found,
          })),
        })
      : [];
  const days = [...medians.values()].flatMap((one) => one?.p50.estimate ?? []).sort();
  const shade = (date: string | undefined): number =>
    date === undefined ? 1 : days.length < 2 ? 0 : days.indexOf(date) / days.length;
  const cellAt = (height: number, width: number | undefined): Content => {
    const found = points.rows.find(
      (row: Row) =>
        numberIn(row, down!.column) === height &&
        (across === undefined || numberIn(row, across.column) === width),
    );
    return found === undefined ? '' : heatCell(medians.get(found), shade);
  };
  const isSomeEarlier = [...medians.values()].some((one) => one?.p50.isEarlier);
  return [
    ...lines,
    htmlTable({
      caption: `Median date of ${title} by ${down!.title}${across === undefined ? '' : ` (down) and ${across.title} (across)`}; the later, the darker`,
      columns: [
        { title: down!.title },
        ...dateColumns(
          across === undefined
            ? ['median']
            : widths.map((width) => `${across.bare} ${levelText(width, across.unit)}`),
        ),
      ],
      rows: heights.map((height) => [
        levelText(height, down!.unit),
        ...(across === undefined
          ? [cellAt(height, undefined)]
          : widths.map((width) => cellAt(height, width))),
      ]),
    }),
    `<p class="note">Below each median its 95 % interval. Later: more than half of the runs are not there by the end of the simulation.${isSomeEarlier ? ' Earlier: before the as-of date, where nobody observed the day.' : ''}</p>`,
  ];
}

function heatCell(milestone: Milestone | undefined, shade: (date: string | undefined) => number): Content {
  if (milestone === undefined) return '';
  const { estimate, low, high, isEarlier } = milestone.p50;
  if (isEarlier) return earlierCell(high);
  const words = estimate ?? `later (${estimateText(milestone.reached, 'share')} get there)`;
  const interval = estimate === undefined ? '' : `${low ?? '…'} to ${high ?? '…'}`;
  const label = estimate === undefined ? 'later than the horizon' : longDate(estimate);
  return {
    html: `<span class="heat" style="--heat:${shade(estimate).toFixed(2)}" title="${escapeHtml(label)}">${escapeHtml(words)}<small>${escapeHtml(interval)}</small></span>`,
  };
}

function earlierCell(high: string | undefined): Content {
  const interval = high === undefined ? 'day not observed' : `… to ${high}`;
  return {
    html: `<span class="heat" style="--heat:0.00" title="before the as-of date">earlier<small>${escapeHtml(interval)}</small></span>`,
  };
}

/** A factor with its unit; a share has its per cent beside each value. */
function withUnit(title: string, unit: string | undefined): string {
  return unit === undefined || unit === 'fraction' ? title : `${title}, ${unit}`;
}

/** A value of a factor beside which its unit stands. */
function levelText(value: number, unit: string | undefined): string {
  return unit === 'fraction' ? shareText(value) : String(value);
}
