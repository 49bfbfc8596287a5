import { asWritten } from '../refusal/index.ts';
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

/**
 * Ranges in time order, those that overlap or touch joined to one: what a look-up in order needs.
 *
 * Throws on what is no list of `{ from, to }` in days, the end not before the start.
 */
export function joinedRanges(ranges: readonly DayRange[]): DayRange[] {
  checkList('ranges', ranges, 'ranges, [{ from, to }]');
  for (const range of ranges) checkRange(range);
  const joined: DayRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && range.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else joined.push(range);
  }
  return joined;
}

function checkList(noun: string, value: unknown, expected: string): void {
  if (!Array.isArray(value)) throw new Error(`${noun}: ${asWritten(value)}, expected a list of ${expected}`);
}

function checkRange(range: unknown): void {
  if (typeof range !== 'object' || range === null || !('from' in range && 'to' in range))
    throw new Error(`range: ${asWritten(range)}, expected { from, to } in days`);
  const { from, to } = range;
  if (!(typeof from === 'number' && typeof to === 'number' && to >= from))
    throw new Error(
      `range: from ${asWritten(from)} to ${asWritten(to)}, expected days, the end not before the start`,
    );
}

function checkDay(noun: string, day: unknown): void {
  if (typeof day !== 'number' || Number.isNaN(day))
    throw new Error(`${noun}: ${asWritten(day)}, expected a number of days`);
}

function checkSeasons(seasons: unknown): void {
  checkList('seasons', seasons, "seasons, [{ from: '11-20', to: '01-02' }]");
  for (const season of seasons as readonly (Partial<Season> | null | undefined)[])
    for (const day of [season?.from, season?.to])
      if (typeof day !== 'string' || !isMonthDay(day))
        throw new Error(`season day: ${asWritten(day)}, expected a month and day such as 03-01`);
}

/**
 * Every occurrence of the seasons between two days counted from a date, in time order and joined.
 *
 * Throws on what is no list of seasons, and on days that lead to no date.
 */
export function seasonRanges(
  seasons: readonly Season[],
  epochDate: string,
  from: number,
  to: number,
): DayRange[] {
  checkSeasons(seasons);
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
  checkList('ranges', ranges, 'ranges, as joinedRanges gives them');
  checkDay('time', time);
  let end = time;
  for (const range of ranges) {
    checkRange(range);
    if (end >= range.from && end < range.to) end = range.to;
  }
  return end;
}

/** The time itself where a range holds it, else the start of the next one; no ranges at all means always open. */
export function nextOpening(ranges: readonly DayRange[], time: number): number {
  checkList('ranges', ranges, 'ranges, as joinedRanges gives them');
  checkDay('time', time);
  if (ranges.length === 0) return time;
  for (const range of ranges) {
    checkRange(range);
    if (time < range.to) return Math.max(time, range.from);
  }
  return Number.POSITIVE_INFINITY;
}
