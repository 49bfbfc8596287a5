import { dateOfEpochDay, epochDay } from '../../src/kernel/index.ts';

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

/** Days from `start` to `isoDate`, both ISO dates: 0 for the start itself. Throws on a text that is no date. */
export function dayNumber(start: string, isoDate: string): number {
  return epochDay(isoDate) - epochDay(start);
}

/** The calendar month of the day that holds time `day`, as months since January of year 0. */
export function monthOfDay(start: string, day: number): number {
  const date = new Date((epochDay(start) + Math.floor(day)) * DAY_MILLISECONDS);
  return date.getUTCFullYear() * MONTHS_A_YEAR + date.getUTCMonth();
}

const MONTHS_A_YEAR = 12;
const DAY_MILLISECONDS = 86_400_000;

/** The calendar year of the day that holds time `day`. */
export function yearOfDay(start: string, day: number): number {
  return Math.floor(monthOfDay(start, day) / MONTHS_A_YEAR);
}

/** The ISO date of the day that holds time `day`, counted from `start`. */
export function dateOfDay(start: string, day: number): string {
  return dateOfEpochDay(epochDay(start) + Math.floor(day));
}

/** The last day of every month from the start's month to the horizon, as day numbers; the horizon closes the list. */
export function monthEnds(start: string, horizonDays: number): number[] {
  const ends: number[] = [];
  for (let month = monthOfDay(start, 0) + 1; ; month++) {
    const year = String(Math.floor(month / MONTHS_A_YEAR)).padStart(4, '0');
    const first = `${year}-${String((month % MONTHS_A_YEAR) + 1).padStart(2, '0')}-01`;
    const day = dayNumber(start, first) - 1;
    if (day >= horizonDays - 1) break;
    ends.push(day);
  }
  ends.push(horizonDays - 1);
  return ends;
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a month and day that there is, such as 03-01; 02-29 is one. */
export function isMonthDay(text: string): boolean {
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(text) ?? [];
  return Number(day) >= 1 && Number(day) <= (LONGEST_MONTHS[Number(month) - 1] ?? 0);
}

/** Ranges in time order, those that overlap or touch joined to one: what a look-up in order needs. */
export function joinedRanges(ranges: readonly DayRange[]): DayRange[] {
  const joined: DayRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && range.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else joined.push(range);
  }
  return joined;
}

/** Every occurrence of the seasons between two days, in time order and joined. */
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
        from: seasonDay(start, year, season.from),
        to: seasonDay(start, endYear, season.to) + 1,
      });
    }
  }
  return joinedRanges(ranges);
}

// 02-29 is the last day of February, whatever the year.
function seasonDay(start: string, year: number, monthDay: string): number {
  return monthDay === '02-29'
    ? dayNumber(start, `${year}-03-01`) - 1
    : dayNumber(start, `${year}-${monthDay}`);
}

/** Holidays by their first and last date, in time order and joined. */
export function holidayRanges(
  holidays: readonly { readonly from: string; readonly to: string }[],
  start: string,
): DayRange[] {
  return joinedRanges(
    holidays.map(({ from, to }) => ({ from: dayNumber(start, from), to: dayNumber(start, to) + 1 })),
  );
}

/** The time itself where no range holds it, else the end of the range that does. */
export function blackoutEnd(ranges: readonly DayRange[], time: number): number {
  let end = time;
  for (const range of ranges) if (end >= range.from && end < range.to) end = range.to;
  return end;
}

/** The time itself where a range holds it, else the start of the next one; no ranges at all means always open. */
export function nextOpening(ranges: readonly DayRange[], time: number): number {
  if (ranges.length === 0) return time;
  for (const range of ranges) if (time < range.to) return Math.max(time, range.from);
  return Number.POSITIVE_INFINITY;
}
