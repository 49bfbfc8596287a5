import type { RolloutScenario } from '../scenario.ts';
import type { Deployment } from './deployment.ts';
import type { SiteState } from './site.ts';

type Placement = RolloutScenario['policies']['placement'];

/** Sites in the order in which a policy tries them; by their order in the scenario among equals. */
export function placementOrder(policy: Placement, sites: readonly SiteState[]): SiteState[] {
  if (policy === 'balanced') return [...sites];
  const existingFirst = policy === 'existing-first';
  return [...sites].sort((a, b) =>
    a.existing === b.existing ? a.index - b.index : a.existing === existingFirst ? -1 : 1,
  );
}

/** The site that the placement policy gives the rack at the head of the queue, undefined where it has to wait. */
export function placeableSite(deployment: Deployment, rack: number): SiteState | undefined {
  switch (deployment.world.scenario.policies.placement) {
    case 'balanced':
      return soonestFree(deployment.placementOrder);
    case 'hold':
      return deployment.placementOrder.find(
        (site) => site.open > 0 && (!site.existing || !isHeld(deployment, rack)),
      );
    default:
      return deployment.placementOrder.find(({ open }) => open > 0);
  }
}

/** How many racks in a row go to a site before the policy is asked again. */
export function runLength({ world }: Deployment, site: SiteState): number {
  const { policies, deployment } = world.scenario;
  return policies.placement === 'balanced' ? deployment.podRacks : site.open;
}

// Far above the resolution of the clock, far below any holding time.
const ROUNDING = 1e-5;

function isHeld({ world, racks }: Deployment, rack: number): boolean {
  const { holdFor = Number.POSITIVE_INFINITY } = world.scenario.policies;
  return world.simulation.now < racks.dockedAt[rack]! + holdFor - ROUNDING;
}

/** Of the sites with open positions the one whose crews have the least work ahead of them, in days. */
function soonestFree(sites: readonly SiteState[]): SiteState | undefined {
  let best: SiteState | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const site of sites) {
    if (site.open <= 0) continue;
    const days = (site.toInstall * site.installDays) / Math.max(1, site.crew.capacity);
    if (days < least) {
      best = site;
      least = days;
    }
  }
  return best;
}
