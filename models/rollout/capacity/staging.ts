import type { Deployment } from '../deployment/deployment.ts';

/**
 * Racks that may still be taken without more than the policy's limit ever waiting at the dock, +Infinity without a limit.
 *
 * Racks on their way count as if they would have to wait, less the positions that are open for them now;
 * only a hall that is given notice meanwhile can make more wait.
 */
export function stagingRoom({ world, sites, waiting, racksOnTheWay }: Deployment): number {
  const { stagingLimit, placement } = world.scenario.policies;
  if (stagingLimit === undefined) return Number.POSITIVE_INFINITY;
  let open = 0;
  // A held rack waits beside an open position of an existing hall.
  for (const site of sites) if (placement !== 'hold' || !site.existing) open += site.open;
  return Math.max(0, stagingLimit + open - waiting.length - racksOnTheWay);
}
