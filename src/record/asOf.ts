import { dayOfDate } from './calendarDate.ts';
import type { Outputs } from './outputs.ts';

type Dates = Pick<Outputs, 'startDate' | 'asOf'>;

/** The day of the as-of date, 0 where the outputs have none. */
export function asOfDay({ startDate, asOf }: Dates): number {
  return asOf === undefined ? 0 : dayOfDate(startDate, asOf);
}

/** The as-of date where days of the simulation lie before it. */
export function asOfBehindStart({ startDate, asOf }: Dates): string | undefined {
  return asOf !== undefined && asOf > startDate ? asOf : undefined;
}
