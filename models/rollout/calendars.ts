import { isCalendarDate } from '../../src/scenario/index.ts';

/** Days from `from` up to, not including, `to`. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** A season that returns every year, by month and day, both included, such as `{ from: '11-20', to: '01-02' }`. */
export interface Season {
  readonly from: string;
  readonly to: string;
}

const DAY_MILLISECONDS = 86_400_000;

/** Days from `start` to `isoDate`, both ISO dates: 0 for the start itself. */
export function dayNumber(start: string, isoDate: string): number {
  return epochDays(isoDate) - epochDays(start);
}

// Read digit by digit: a replication asks hundreds of times, and parsing dates as text took a tenth of it.
function epochDays(isoDate: string): number {
  const year = digits(isoDate, 0, 4);
  return Date.UTC(year, digits(isoDate, 5, 7) - 1, digits(isoDate, 8, 10)) / DAY_MILLISECONDS;
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 10 + text.charCodeAt(i) - ZERO;
  return number;
}

const ZERO = 48;

/** The calendar month of the day that holds time `day`, as months since January of year 0. */
export function monthOfDay(start: string, day: number): number {
  const date = new Date((epochDays(start) + Math.floor(day)) * DAY_MILLISECONDS);
  return date.getUTCFullYear() * MONTHS_A_YEAR + date.getUTCMonth();
}

const MONTHS_A_YEAR = 12;

/** The calendar year of the day that holds time `day`. */
export function yearOfDay(start: string, day: number): number {
  return Math.floor(monthOfDay(start, day) / MONTHS_A_YEAR);
}

/** The ISO date of the day that holds time `day`, counted from `start`. */
export function dateOfDay(start: string, day: number): string {
  return new Date(Date.parse(start) + Math.floor(day) * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** The last day of every month from the start's month to the horizon, as day numbers; the horizon closes the list. */
export function monthEnds(start: string, horizonDays: number): number[] {
  const first = new Date(Date.parse(start));
  const ends: number[] = [];
  for (let month = 1; ; month++) {
    const end = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1) - DAY_MILLISECONDS;
    const day = (end - Date.parse(start)) / DAY_MILLISECONDS;
    if (day >= horizonDays - 1) break;
    ends.push(day);
  }
  ends.push(horizonDays - 1);
  return ends;
}

/**
 * Every occurrence of the seasons between two days, in time order and joined.
 *
 * A season that begins or ends on 02-29 does so on the last day of February, in every year.
 */
export function seasonRanges(
  seasons: readonly Season[],
  start: string,
  from: number,
  to: number,
): DayRange[] {
  const firstYear = yearOfDay(start, from) - 1;
  const lastYear = yearOfDay(start, to) + 1;
  const ranges: DayRange[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    for (const season of seasons) {
      const endYear = season.to < season.from ? year + 1 : year;
      ranges.push({
        from: dayNumber(start, inYear(year, season.from)),
        to: dayNumber(start, inYear(endYear, season.to)) + 1,
      });
    }
  }
  return joined(ranges);
}

/** `02-29` is the last day of February. */
function inYear(year: number, monthDay: string): string {
  const date = `${year}-${monthDay}`;
  return monthDay === '02-29' && !isCalendarDate(date) ? `${year}-02-28` : date;
}

/**
 * The same days as ranges in time order that do not overlap or touch: what every reader of ranges expects.
 *
 * @example joined([{ from: 5, to: 8 }, { from: 1, to: 5 }]) // [{ from: 1, to: 8 }]
 */
export function joined(ranges: readonly DayRange[]): DayRange[] {
  const out: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else out.push({ from, to });
  }
  return out;
}

/** Ranges of dates, both ends included, as days counted from `start`, in time order and joined. */
export function dateRanges(
  ranges: readonly { readonly from: string; readonly to: string }[],
  start: string,
): DayRange[] {
  return joined(
    ranges.map(({ from, to }) => ({ from: dayNumber(start, from), to: dayNumber(start, to) + 1 })),
  );
}

/** The time itself where no range holds it, else the end of the range that does; ranges are joined. */
export function blackoutEnd(ranges: readonly DayRange[], time: number): number {
  let end = time;
  for (const range of ranges) if (end >= range.from && end < range.to) end = range.to;
  return end;
}

/** The time itself where a range holds it, else the start of the next one, +Infinity after the last; ranges are joined. */
export function nextOpening(ranges: readonly DayRange[], time: number): number {
  for (const range of ranges) if (time < range.to) return Math.max(time, range.from);
  return Number.POSITIVE_INFINITY;
}
