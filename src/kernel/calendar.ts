import { asWritten } from '../refusal/index.ts';
import { checkCalendar, inOrder } from './calendarOptions.ts';
import type { CalendarOptions } from './calendarOptions.ts';
import { epochDay, weekday } from './civilDate.ts';
import { joinedRanges, seasonRanges, type DayRange, type Season } from './dayRanges.ts';

// A calendar that is closed for so long is taken to be closed for ever.
const LONGEST_CLOSURE_DAYS = 4000;
const PART_DAYS = 1000;
/** Times that differ by less, a tenth of a millisecond, are one but for rounding. @internal */
export const TOLERANCE_DAYS = 1e-9;

/**
 * When work can be done: weekdays, shifts, seasons, and blackouts.
 *
 * @example
 * const week = new WorkingCalendar({ epochDate: '2025-11-03', weekdays: [1, 2, 3, 4, 5], shifts: [[7, 15]] });
 * week.advance(simulation.now, 10); // when ten working days will have passed
 */
export class WorkingCalendar {
  /** Open time of a full working day, in days. */
  readonly dayLength: number;
  private readonly epochDate: string;
  private readonly epoch: number;
  private readonly weekdays: readonly number[] | undefined;
  private readonly shifts: readonly (readonly [number, number])[];
  private readonly blackouts: readonly DayRange[];
  private readonly seasons: readonly Season[];
  // Seasons of so many days at a time, as they are asked for.
  private readonly occurrences = new Map<number, readonly DayRange[]>();

  constructor(options: CalendarOptions = {}) {
    checkCalendar(options);
    const { epochDate = '1970-01-01', weekdays, shifts = [[0, 24]], blackouts = [], seasons = [] } = options;
    this.epochDate = epochDate;
    this.epoch = epochDay(epochDate);
    this.weekdays = weekdays;
    this.shifts = inOrder(shifts).map(([from, to]) => [from / 24, to / 24]);
    this.blackouts = joinedRanges(blackouts.map(([from, to]) => ({ from, to })));
    this.seasons = seasons.map(([from, to]) => ({ from, to }));
    this.dayLength = this.shifts.reduce((sum, [from, to]) => sum + to - from, 0);
  }

  isOpen(time: number): boolean {
    checkTime(time);
    return this.open(Math.floor(time)).some(([from, to]) => time >= from && time < to);
  }

  /** The first time, from this one on, at which work can be done. */
  nextOpen(time: number): number {
    checkTime(time);
    for (const [from, to] of this.spans(time)) if (to > time) return Math.max(from, time);
    throw this.closed(time);
  }

  /** The first time, from this one on, at which work cannot be done; Infinity when it never stops. */
  nextClose(time: number): number {
    checkTime(time);
    let end = time;
    for (const [from, to] of this.spans(time)) {
      if (from > end || end - time > LONGEST_CLOSURE_DAYS) break;
      if (to > end) end = to;
    }
    if (end - time <= LONGEST_CLOSURE_DAYS) return end;
    // Weekdays, shifts and seasons would have closed it by then: that leaves what closes it once.
    const next = this.blackouts.find(({ from, to }) => from >= end && to > from);
    return next?.from ?? Infinity;
  }

  /** When so many working days, of `dayLength` each, will have passed since a start. */
  advance(start: number, workingDays: number): number {
    checkTime(start);
    if (!(Number.isFinite(workingDays) && workingDays >= 0)) {
      throw new Error(
        `working days: ${asWritten(workingDays)}, expected a finite number >= 0 (day ${start})`,
      );
    }
    let left = workingDays * this.dayLength;
    if (left === 0) return start;
    for (const [from, to] of this.spans(start)) {
      const begin = Math.max(from, start);
      if (to <= begin) continue;
      // Thirds of days do not sum exactly: what is a whole span but for rounding ends with it.
      if (Math.abs(left - (to - begin)) <= TOLERANCE_DAYS) return to;
      if (left < to - begin) return begin + left;
      left -= to - begin;
    }
    throw this.closed(start);
  }

  /** Working days between two times. */
  between(from: number, to: number): number {
    checkTime(from);
    checkTime(to);
    let sum = 0;
    for (let day = Math.floor(from); day < to; day++) {
      for (const [open, close] of this.open(day))
        sum += Math.max(0, Math.min(close, to) - Math.max(open, from));
    }
    return sum / this.dayLength;
  }

  // Open spans from a time on, until one is too long in coming.
  private *spans(time: number): Generator<readonly [number, number]> {
    for (let day = Math.floor(time), idle = 0; idle < LONGEST_CLOSURE_DAYS; day++, idle++) {
      for (const span of this.open(day)) {
        yield span;
        idle = 0;
      }
    }
  }

  private open(day: number): (readonly [number, number])[] {
    if (this.weekdays?.includes(weekday(this.epoch + day)) === false || !this.isInSeason(day)) return [];
    let spans: (readonly [number, number])[] = this.shifts.map(([from, to]) => [day + from, day + to]);
    for (const { from, to } of this.blackouts) {
      if (to <= day || from >= day + 1) continue;
      spans = spans.flatMap(([open, close]): [number, number][] => [
        [open, Math.min(close, from)],
        [Math.max(open, to), close],
      ]);
    }
    return spans.filter(([from, to]) => to > from);
  }

  private isInSeason(day: number): boolean {
    if (this.seasons.length === 0) return true;
    const part = Math.floor(day / PART_DAYS);
    let ranges = this.occurrences.get(part);
    if (ranges === undefined) {
      ranges = seasonRanges(this.seasons, this.epochDate, part * PART_DAYS, (part + 1) * PART_DAYS);
      this.occurrences.set(part, ranges);
    }
    return ranges.some(({ from, to }) => day >= from && day < to);
  }

  private closed(time: number): Error {
    return new Error(
      `calendar: no working time after day ${time}, expected some within ${LONGEST_CLOSURE_DAYS} days`,
    );
  }
}

function checkTime(time: number): void {
  if (!Number.isFinite(time))
    throw new Error(`calendar: time ${asWritten(time)}, expected a finite number of days`);
}
