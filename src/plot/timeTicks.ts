import { addDays, daysBetween, monthDayText, monthName, monthText } from './calendarText.ts';

/** A date on a time axis and what stands there. */
export interface TimeTick {
  readonly date: Date;
  readonly text: string;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240] as const;
const DAY_STEPS = [1, 2, 7, 14] as const;

/** px that a label with its distance to the next takes: a month or year, a month beside one with its year, a day. */
const MONTH_WIDTH = 38;
const YEARLESS_WIDTH = 48;
const DAY_WIDTH = 86;

/**
 * Ticks at first days of months or years, as many as have room in a width: a January says its year, others their month;
 * without a January the first says its year.
 */
export function timeTicks(first: Date, last: Date, width: number): TimeTick[] {
  const days = daysBetween(first, last);
  if (days < 62) return dayTicks(first, days, width);
  const dates = monthStarts(first, last, monthStep(days, width / MONTH_WIDTH));
  if (dates.some((date) => date.getUTCMonth() === 0)) return dates.map(shortTick);
  return monthStarts(first, last, monthStep(days, width / YEARLESS_WIDTH)).map((date, i) =>
    i === 0 ? { date, text: monthText(date) } : shortTick(date),
  );
}

function monthStep(days: number, room: number): number {
  const months = days / 30.44;
  return MONTH_STEPS.find((candidate) => months / candidate <= room) ?? MONTH_STEPS.at(-1)!;
}

function monthStarts(first: Date, last: Date, step: number): Date[] {
  const dates: Date[] = [];
  const firstMonth = first.getUTCFullYear() * 12 + first.getUTCMonth();
  for (let month = Math.ceil(firstMonth / step) * step; ; month += step) {
    const date = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1));
    if (date > last) return dates;
    if (date >= first) dates.push(date);
  }
}

function dayTicks(first: Date, days: number, width: number): TimeTick[] {
  const room = Math.max(1, Math.floor(width / DAY_WIDTH));
  const step = DAY_STEPS.find((candidate) => days / candidate < room) ?? DAY_STEPS.at(-1)! * 2;
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, i) => {
    const date = addDays(first, i * step);
    return { date, text: i === 0 ? `${monthDayText(date)} ${date.getUTCFullYear()}` : monthDayText(date) };
  });
}

const shortTick = (date: Date): TimeTick => ({
  date,
  text: date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : monthName(date),
});
