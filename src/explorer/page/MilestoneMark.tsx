import type { JSX } from 'preact';
import type { PlotArea } from '../../plot/index.ts';
import type { Picture, Side } from '../picture.ts';
import { placeOf } from './plotPlaces.ts';
import { dateText } from './words.ts';

/** Half of the side of the diamond, and the height of the bar, in units of the chart. */
const DIAMOND = 5;
const BAR = 3;

interface Props {
  readonly area: PlotArea;
  readonly picture: Picture;
  /** Where the chart has room for it; default at its foot. */
  readonly edge?: 'top' | 'bottom';
}

/** When the milestone that is asked about comes, at an edge of a chart over time: P10 to P90, and a diamond at P50. */
export function MilestoneMark({ area, picture, edge = 'bottom' }: Props): JSX.Element {
  const [own, old] =
    edge === 'bottom'
      ? [area.bottom - DIAMOND, area.bottom - DIAMOND * 3]
      : [area.top + DIAMOND * 3, area.top + DIAMOND];
  return (
    <>
      {picture.baseline && <Mark area={area} side={picture.baseline} kind="old" y={old} />}
      <Mark area={area} side={picture.now} kind="now" y={own} />
    </>
  );
}

interface MarkProps {
  readonly area: PlotArea;
  readonly side: Side;
  readonly kind: 'now' | 'old';
  readonly y: number;
}

function Mark({ area, side, kind, y }: MarkProps): JSX.Element | null {
  const { p10, p50, p90 } = side.dates;
  if (p10 === undefined || p10 > area.last.toISOString().slice(0, 10)) return null;
  const [from, to] = [placeOf(area, p10), p90 === undefined ? area.right : placeOf(area, p90)];
  const at = p50 === undefined || Date.parse(p50) > Number(area.last) ? undefined : placeOf(area, p50);
  return (
    <g class={`milestone ${kind}`}>
      <rect x={from} y={y - BAR / 2} width={Math.max(1, to - from)} height={BAR} />
      {at !== undefined && (
        <path
          d={`M${at},${y - DIAMOND}l${DIAMOND},${DIAMOND}l-${DIAMOND},${DIAMOND}l-${DIAMOND},-${DIAMOND}z`}
        />
      )}
    </g>
  );
}

/** How the mark is read, with its numbers. */
export function milestoneNote({ milestone, now, baseline }: Picture, where = 'at the foot'): string {
  if (milestone === undefined) return '';
  const { dates, median } = now;
  const half = median.date === undefined ? 'after the horizon' : dateText(median.date);
  const interval =
    median.date === undefined
      ? ''
      : ` (${[median.low, median.high].map((date) => (date === undefined ? '…' : dateText(date))).join(' to ')})`;
  const spread = `P10 to P90 of the runs ${dateText(dates.p10)} to ${dateText(dates.p90)}`;
  return `Diamond and bar ${where}: ${milestone.title}, median ${half}${interval}, ${spread}${baseline === undefined ? '' : '; above it, hollow, that of the baseline'}.`;
}
