import { asWritten, refuseUnknown } from '../refusal/index.ts';
import { isMonthDay } from './dayRanges.ts';

export interface CalendarOptions {
  /** Date of time 0, `YYYY-MM-DD`; needed for weekdays and seasons. */
  epochDate?: string;
  /** Days of the week worked, 1 Monday to 7 Sunday. Default: all. */
  weekdays?: readonly number[];
  /** Hours of the day worked, `[from, to]`, in any order, none in two of them. Default: all 24. */
  shifts?: readonly (readonly [number, number])[];
  /** Closed from one time to another, `[from, to)` in days. */
  blackouts?: readonly (readonly [number, number])[];
  /**
   * Parts of the year worked, first and last `MM-DD`; may go over the new year, and 02-29 is the last day of February.
   * Default: all of it.
   */
  seasons?: readonly (readonly [string, string])[];
}

const OPTION_NAMES = ['epochDate', 'weekdays', 'shifts', 'blackouts', 'seasons'];
const WEEKDAYS: readonly unknown[] = [1, 2, 3, 4, 5, 6, 7];

/** Throws on what a calendar cannot be made of, under its name. */
export function checkCalendar(options: CalendarOptions): void {
  refuseUnknown('calendar', options, OPTION_NAMES);
  const { epochDate, weekdays, shifts, blackouts = [], seasons = [] } = options;
  if (epochDate === undefined && (weekdays !== undefined || seasons?.length > 0))
    throw new Error('calendar: weekdays or seasons without a date of time 0, expected epochDate');
  if (weekdays !== undefined) checkWeekdays(listOf('weekdays', 'day numbers', weekdays));
  if (shifts !== undefined) checkShifts(pairs('shifts', shifts));
  for (const [from, to] of pairs('blackouts', blackouts))
    if (!(isNumber(from) && isNumber(to) && to >= from))
      throw new Error(
        `calendar: blackout from day ${asWritten(from)} to ${asWritten(to)}, expected an end after the start`,
      );
  for (const day of pairs('seasons', seasons).flat())
    if (!(typeof day === 'string' && isMonthDay(day)))
      throw new Error(`calendar: season day ${String(day)}, expected a month and day such as 03-01`);
}

type Shifts = NonNullable<CalendarOptions['shifts']>;

/** Shifts as the day has them. */
export const inOrder = (shifts: Shifts): Shifts => shifts.toSorted(([a], [b]) => a - b);

function checkWeekdays(weekdays: readonly unknown[]): void {
  if (weekdays.length === 0 || !weekdays.every((day) => WEEKDAYS.includes(day)))
    throw new Error(
      `calendar: weekdays ${weekdays.map(asWritten).join(', ') || 'none'}, expected some of 1 (Monday) to 7 (Sunday)`,
    );
}

function checkShifts(shifts: readonly (readonly unknown[])[]): void {
  if (shifts.length === 0) throw new Error('calendar: no shifts, expected one or more');
  for (const [from, to] of shifts)
    if (!(isNumber(from) && isNumber(to) && from >= 0 && to > from && to <= 24))
      throw new Error(
        `calendar: shift ${asWritten(from)} to ${asWritten(to)}, expected hours from 0 to 24, the end after the start`,
      );
  inOrder(shifts as Shifts).reduce((before, shift) => {
    if (shift[0] < before[1])
      throw new Error(
        `calendar: shift ${shift[0]} to ${shift[1]}, expected one that does not overlap with that from ${before[0]} to ${before[1]}`,
      );
    return shift;
  });
}

function listOf(name: string, what: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value))
    throw new Error(`calendar: ${name} ${asWritten(value)}, expected a list of ${what}`);
  return value;
}

function pairs(name: string, value: unknown): readonly (readonly unknown[])[] {
  const list = listOf(name, 'pairs, [from, to]', value);
  for (const pair of list)
    if (!(Array.isArray(pair) && pair.length === 2))
      throw new Error(`calendar: ${name}: ${asWritten(pair)}, expected a pair, [from, to]`);
  return list as readonly (readonly unknown[])[];
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
