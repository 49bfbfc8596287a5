import { epochDay, yearOfEpochDay } from './civilDate.ts';

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

/** Every occurrence of the seasons between two days counted from a date, in time order and joined. */
export function seasonRanges(
  seasons: readonly Season[],
  epochDate: string,
  from: number,
  to: number,
): DayRange[] {
  const epoch = epochDay(epochDate);
  const firstYear = yearOfEpochDay(epoch + from) - 1;
  const lastYear = yearOfEpochDay(epoch + to) + 1;
  const ranges: DayRange[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    for (const season of seasons) {
      const endYear = season.to < season.from ? year + 1 : year;
      ranges.push({
        from: seasonDay(year, season.from) - epoch,
        to: seasonDay(endYear, season.to) + 1 - epoch,
      });
    }
  }
  return joinedRanges(ranges);
}

// 02-29 is the last day of February, whatever the year.
function seasonDay(year: number, monthDay: string): number {
  const fourDigits = String(year).padStart(4, '0');
  return monthDay === '02-29' ? epochDay(`${fourDigits}-03-01`) - 1 : epochDay(`${fourDigits}-${monthDay}`);
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
