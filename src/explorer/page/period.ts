import { dateOfEpochDay, epochDay } from '../../kernel/civilDate.ts';
import type { StageRow } from '../picture.ts';

/** No period is shorter. */
const SHORTEST_DAYS = 28;

/** ISO dates between which something is shown. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** From the first to the last date of some stages, and of what else is to be on the axis. */
export function wholePeriod(stages: readonly StageRow[], others: readonly string[]): Period {
  const dates = [
    ...stages.flatMap(({ start, finish }) => [start.p10, start.p50, finish.p50, finish.p90]),
    ...others,
  ]
    .filter((date) => date !== undefined)
    .sort();
  const [from = '2000-01-01', to = from] = [dates[0], dates.at(-1)];
  return { from, to: to > from ? to : dateOfEpochDay(epochDay(from) + SHORTEST_DAYS) };
}

/** The part of a period that lies within the whole; the whole where none does, or none is asked for. */
export function periodWithin(
  whole: Period,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): Period {
  if (from === undefined || to === undefined) return whole;
  const part = { from: from > whole.from ? from : whole.from, to: to < whole.to ? to : whole.to };
  return part.from < part.to && (part.from !== whole.from || part.to !== whole.to) ? part : whole;
}

/**
 * A period of another size around the same middle, or moved by a part of itself, inside of the whole.
 *
 * @example periodAround({ from: '2026-01-01', to: '2026-03-02' }, whole, { size: 0.5, shift: 0 }) // 16 Jan to 15 Feb
 */
export function periodAround(
  period: Period,
  whole: Period,
  { size, shift }: { size: number; shift: number },
): Period {
  const [first, last] = [epochDay(whole.from), epochDay(whole.to)];
  const [from, to] = [epochDay(period.from), epochDay(period.to)];
  const length = Math.min(last - first, Math.max(SHORTEST_DAYS, (to - from) * size));
  const start = (from + to) / 2 + shift * (to - from) - length / 2;
  const inside = Math.min(last - length, Math.max(first, start));
  return { from: dateOfEpochDay(Math.floor(inside)), to: dateOfEpochDay(Math.floor(inside + length)) };
}
