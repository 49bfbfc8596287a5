import { addDays, daysBetween, monthDayText, monthName, monthText } from './calendarText.ts';

/** A date on a time axis and what stands there. */
export interface TimeTick {
  readonly date: Date;
  readonly text: string;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240] as const;
const DAY_STEPS = [1, 2, 7, 14] as const;

/** px that a label with its distance to the next takes. */
const MONTH_WIDTH = 38;
const LONG_WIDTH = 64;

/** Ticks at first days of months or years, as many as have room in a width: a January says its year, others their month. */
export function timeTicks(first: Date, last: Date, width: number): TimeTick[] {
  const days = daysBetween(first, last);
  if (days < 62) return dayTicks(first, days, width);
  const room = Math.floor(width / MONTH_WIDTH);
  const months = days / 30.44;
  const step = MONTH_STEPS.find((candidate) => months / candidate <= room) ?? MONTH_STEPS.at(-1)!;
  const dates = monthStarts(first, last, step);
  const hasJanuary = dates.some((date) => date.getUTCMonth() === 0);
  if (!hasJanuary && dates.length * LONG_WIDTH > width) return dates.slice(0, 1).map(longTick);
  return hasJanuary ? dates.map(shortTick) : dates.map(longTick);
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
  const room = Math.max(1, Math.floor(width / LONG_WIDTH));
  const step = DAY_STEPS.find((candidate) => days / candidate < room) ?? DAY_STEPS.at(-1)! * 2;
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, i) => {
    const date = addDays(first, i * step);
    return { date, text: i === 0 ? `${monthDayText(date)} ${date.getUTCFullYear()}` : monthDayText(date) };
  });
}

const longTick = (date: Date): TimeTick => ({ date, text: monthText(date) });

const shortTick = (date: Date): TimeTick => ({
  date,
  text: date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : monthName(date),
});
