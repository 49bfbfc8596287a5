const millisecondsADay = 86_400_000;

/**
 * ISO date of a day counted from a start date; a time t in [d, d + 1) has date d.
 *
 * @throws on a start date that is none.
 * @example dateOfDay('2025-11-03', 424.3); // '2027-01-01'
 */
export function dateOfDay(startDate: string, day: number): string {
  const start = Date.parse(`${startDate}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(startDate) || Number.isNaN(start)) {
    throw new Error(`start date: ${startDate}, expected a date such as 2025-11-03`);
  }
  return new Date(start + Math.floor(day) * millisecondsADay).toISOString().slice(0, 10);
}

/**
 * The day, counted from a start date, that an ISO date names.
 *
 * @example dayOfDate('2025-11-03', '2026-12-31'); // 423
 */
export function dayOfDate(startDate: string, date: string): number {
  return (Date.parse(date) - Date.parse(startDate)) / millisecondsADay;
}
