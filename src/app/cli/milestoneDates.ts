import type { Milestone, SaidDate } from '../../answer/index.ts';

/** P10, P50 and P90 of a milestone, each with its interval below; what lies before the as-of date has no day. */
export function milestoneDates(milestone: Milestone, asOf: string | undefined): string[] {
  const { p10, p50, p90, reached } = milestone;
  // The same day in every replication has no interval to tell.
  const isOneDay = reached.estimate === 1 && p10.estimate !== undefined && p10.estimate === p90.estimate;
  return [p10, p50, p90].map((date) => (isOneDay ? p10.estimate! : dateWithInterval(date, asOf)));
}

function dateWithInterval({ estimate, low, high, isEarlier }: SaidDate, asOf: string | undefined): string {
  if (isEarlier) return `before ${asOf}${high === undefined ? ', day not observed' : `\n… to ${high}`}`;
  if (estimate === undefined) return low === undefined ? 'later' : `later\n${low} to …`;
  return `${estimate}\n${low ?? '…'} to ${high ?? '…'}`;
}
