export const MONTHS_IN_A_QUARTER = 3;

/** The ISO date so many calendar months later. */
export function addMonths(isoDate: string, months: number): string {
  const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}

/** Days on which the months of a quarter begin, and on which its last one ends, by the quarter's first date. */
export type QuarterDays = (from: string) => readonly number[];

/** Looks up the days of quarters, each worked out once. */
export function quarterDays(dayOf: (isoDate: string) => number): QuarterDays {
  const known = new Map<string, readonly number[]>();
  return (from) => {
    let days = known.get(from);
    if (days === undefined) {
      days = Array.from({ length: MONTHS_IN_A_QUARTER + 1 }, (_, month) =>
        dayOf(month === 0 ? from : addMonths(from, month)),
      );
      known.set(from, days);
    }
    return days;
  };
}
