import { dayNumber } from '../calendars.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
import { planOf } from './planOf.ts';
import { stageEnds } from './stageEnds.ts';

/** What the grid connection of a site comes to when each stage takes its quantile. */
export interface ConnectionDays {
  readonly agreed: number;
  readonly served: number;
}

/**
 * Days of a site's grid connection, counted from the start of the run, when every stage takes its `level` quantile;
 * undefined where it needs none.
 */
export function connectionDays(
  scenario: RolloutScenario,
  { power: { connection } }: DedicatedSite,
  level: number,
): ConnectionDays | undefined {
  const utility = scenario.construction.connections?.find(({ name }) => name === connection?.utility);
  if (connection === undefined || utility === undefined) return undefined;
  const ends = stageEnds(scenario, level);
  const plan = planOf(utility, connection);
  const requested = dayNumber(scenario.start, connection.requested);
  const agreed = ends(plan.agreement, ends(plan.study, requested));
  const served = Math.max(ends(plan.service, agreed), ends(plan.requestToService, requested));
  return { agreed, served };
}
