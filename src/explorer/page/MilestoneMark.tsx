import type { JSX } from 'preact';
import type { PlotArea } from '../../plot/index.ts';
import type { Picture, Side } from '../picture.ts';
import { placeOf } from './plotPlaces.ts';
import { dateText, saidText, saidWithInterval } from './words.ts';

/** Half of the side of the diamond, and the height of the bar, in units of the chart. */
const DIAMOND = 5;
const BAR = 3;

interface Props {
  readonly area: PlotArea;
  readonly picture: Picture;
  readonly asOf: string | undefined;
  /** Where the chart has room for it; default at its foot. */
  readonly edge?: 'top' | 'bottom';
}

/** When the milestone that is asked about comes, at an edge of a chart over time: P10 to P90, and a diamond at P50. */
export function MilestoneMark({ area, picture, asOf, edge = 'bottom' }: Props): JSX.Element {
  const [own, old] =
    edge === 'bottom'
      ? [area.bottom - DIAMOND, area.bottom - DIAMOND * 3]
      : [area.top + DIAMOND * 3, area.top + DIAMOND];
  return (
    <>
      {picture.baseline && <Mark area={area} side={picture.baseline} asOf={asOf} kind="old" y={old} />}
      <Mark area={area} side={picture.now} asOf={asOf} kind="now" y={own} />
    </>
  );
}

interface MarkProps {
  readonly area: PlotArea;
  readonly side: Side;
  readonly asOf: string | undefined;
  readonly kind: 'now' | 'old';
  readonly y: number;
}

/** From the as-of date on: what lies before it nobody observed. */
function Mark({ area, side, asOf, kind, y }: MarkProps): JSX.Element | null {
  const { p10, p50, p90 } = side.dates;
  const first = p10.isEarlier ? asOf : p10.estimate;
  if (first === undefined || p90.isEarlier || first > area.last.toISOString().slice(0, 10)) return null;
  const [from, to] = [
    placeOf(area, first),
    p90.estimate === undefined ? area.right : placeOf(area, p90.estimate),
  ];
  const at =
    p50.estimate === undefined || Date.parse(p50.estimate) > Number(area.last)
      ? undefined
      : placeOf(area, p50.estimate);
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
export function milestoneNote(
  { milestone, now: { dates }, baseline }: Picture,
  asOf: string | undefined,
  where = 'at the foot',
): string {
  if (milestone === undefined) return '';
  if (dates.p90.isEarlier)
    return `${milestone.title}: in nine of ten runs before ${dateText(asOf)}, on days that nobody observed.`;
  const spread = `P10 to P90 of the runs ${saidText(dates.p10, asOf)} to ${saidText(dates.p90, asOf)}`;
  return `Diamond and bar ${where}: ${milestone.title}, median ${saidWithInterval(dates.p50, asOf)}, ${spread}${baseline === undefined ? '' : '; above it, hollow, that of the baseline'}.`;
}
