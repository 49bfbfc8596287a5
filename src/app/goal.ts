import { InputError } from '../experiment/index.ts';
import { asOfDay, dateOfDay, dayOfDate, type Outputs } from '../record/index.ts';
import { milestoneName } from './milestoneName.ts';

/** A milestone, and by when it has to be reached. */
export interface Goal {
  readonly milestone: string;
  readonly date: string;
  /** The end of that date, from the start. */
  readonly byDay: number;
}

/**
 * The goal that is asked about: by default the target, and the date of the milestone.
 *
 * @param option of the command line that gives the date.
 * @throws InputError on an unknown milestone, one without a date, and a date that is not within the simulation.
 */
export function goalOf(
  outputs: Outputs,
  asked: { readonly milestone: string | undefined; readonly date: string | undefined },
  option: string,
): Goal {
  const milestone = milestoneName(outputs, asked.milestone);
  const date = asked.date ?? outputs.columns.find(({ name }) => name === milestone)?.due;
  if (date === undefined)
    throw new InputError(`milestone ${milestone}: no date, expected one with ${option}`);
  return { milestone, date, byDay: endOf(outputs, date, option.replace(/^--/, '')) };
}

/** @throws InputError where it is none. */
export function checkProbability(probability: number): void {
  if (!(probability > 0 && probability < 1))
    throw new InputError(`probability: ${probability}, expected a number between 0 and 1`);
}

function endOf(outputs: Outputs, date: string, option: string): number {
  const { startDate, horizonDays, asOf } = outputs;
  const day = dayOfDate(startDate, date);
  if (Number.isNaN(day) || dateOfDay(startDate, day) !== date) {
    throw new InputError(`${option}: ${date}, expected a date such as 2026-12-31`);
  }
  if (day < 0 || day + 1 > horizonDays) {
    const last = dateOfDay(startDate, horizonDays - 1);
    throw new InputError(`${option}: ${date}, expected a date from ${startDate} to ${last}`);
  }
  if (day < asOfDay(outputs))
    throw new InputError(
      `${option}: ${date}, before the as-of date, expected ${asOf} or later: nothing before it is forecast`,
    );
  return day + 1;
}
