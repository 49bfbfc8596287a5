import type { Place } from '../market/place.ts';
import { loadOf, type Product } from '../market/product.ts';
import type { Programme } from '../market/programme.ts';
import type { RolloutScenario } from '../scenario.ts';
import { productOf, type Floor } from './floor.ts';
import { crewDays } from './crewQueue.ts';
import { ROUNDING } from '../rounding.ts';
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

/** Whether a site has the positions that one more rack of a product takes. */
function hasRoom(product: Product, site: SiteState): boolean {
  return site.open > ROUNDING && site.open >= loadOf(product, site.layout) - ROUNDING;
}

/**
 * The site that the placement policy gives the rack at the head of a programme's queue, undefined where it has to
 * wait.
 */
export function placeableSite(
  floor: Floor,
  { programme, place, rack }: { programme: Programme; place: Place; rack: number },
): SiteState | undefined {
  const { policies } = programme;
  const { placementOrder: order } = place;
  const { longestCrewQueue } = policies;
  if (longestCrewQueue !== undefined) {
    const isFree = (site: SiteState): boolean => crewDays(floor, site) < longestCrewQueue;
    const free = firstWithRoom(floor, programme, rack, order.filter(isFree));
    if (free !== undefined) return free;
  }
  return firstWithRoom(floor, programme, rack, order);
}

/** The first of some sites that the policy lets a rack go to. */
function firstWithRoom(
  floor: Floor,
  programme: Programme,
  rack: number,
  order: readonly SiteState[],
): SiteState | undefined {
  const { policies } = programme;
  const product = productOf(floor, rack);
  switch (policies.placement) {
    case 'balanced':
      return soonestFree(floor, order, product);
    case 'hold':
      return order.find(
        (site) => hasRoom(product, site) && (!site.existing || !isHeld(floor, programme, rack)),
      );
    default:
      return order.find((site) => hasRoom(product, site));
  }
}

/** How many positions are filled at a site before the policy is asked again. */
export function runLength({ policies }: Programme, product: Product, site: SiteState): number {
  return policies.placement === 'balanced' || policies.longestCrewQueue !== undefined
    ? Math.min(site.open, product.podRacks * loadOf(product, site.layout))
    : site.open;
}

// Far above the resolution of the clock, far below any holding time.
const DAY_ROUNDING = 1e-5;

function isHeld({ clock, fleet }: Floor, { policies }: Programme, rack: number): boolean {
  const { holdFor = Number.POSITIVE_INFINITY } = policies;
  return clock.simulation.now < fleet.racks.dockedAt[rack]! + holdFor - DAY_ROUNDING;
}

/** Of the sites with open positions the one whose crews have the least work ahead of them, in days. */
function soonestFree(floor: Floor, sites: readonly SiteState[], product: Product): SiteState | undefined {
  let best: SiteState | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const site of sites) {
    if (!hasRoom(product, site)) continue;
    const days = crewDays(floor, site);
    if (days < least) {
      best = site;
      least = days;
    }
  }
  return best;
}
