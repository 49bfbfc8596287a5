import { asWritten, refuseFlag, refuseUnknown } from '../refusal/index.ts';

export interface SchedulerOptions {
  /** Time of the start, in days; may be negative. Default 0. */
  startTime?: number;
  /** Every time is rounded to a multiple of this, in decimals too; 0, the default, leaves them as they are. */
  resolutionDays?: number;
  /** Whether to keep the cause record that `drivingPath` reads. Default true. */
  recordCauses?: boolean;
  /** How many events may happen at one instant before the run is stopped as an endless loop. Default 4,000,000. */
  maxEventsPerInstant?: number;
}

/** @internal */
export const DEFAULTS: Required<SchedulerOptions> = {
  startTime: 0,
  resolutionDays: 0,
  recordCauses: true,
  maxEventsPerInstant: 4_000_000,
};

const OPTION_NAMES = Object.keys(DEFAULTS);

/** The options given now, or else before; throws on one that cannot be. @internal */
export function checkedOptions(
  given: SchedulerOptions,
  before: Required<SchedulerOptions>,
  now: number,
): Required<SchedulerOptions> {
  refuseUnknown('simulation', given, OPTION_NAMES);
  const {
    startTime = before.startTime,
    resolutionDays = before.resolutionDays,
    recordCauses = before.recordCauses,
    maxEventsPerInstant = before.maxEventsPerInstant,
  } = given;
  if (!Number.isFinite(startTime))
    throw new Error(`start time: ${asWritten(startTime)}, expected a finite number of days`);
  if (!(Number.isFinite(resolutionDays) && resolutionDays >= 0))
    throw new Error(`resolution: ${asWritten(resolutionDays)}, expected a finite number of days >= 0`);
  if (!(typeof maxEventsPerInstant === 'number' && maxEventsPerInstant > 0))
    throw new Error(`events per instant: ${asWritten(maxEventsPerInstant)}, expected a number > 0`);
  refuseFlag('simulation', 'recordCauses', recordCauses, now);
  return { startTime, resolutionDays, recordCauses, maxEventsPerInstant };
}
