import { quantile } from '../../../src/random/index.ts';
import { FARTHEST } from '../../../src/experiment/given.ts';
import { contractRacks } from '../contract/size.ts';
import { hasMarket } from '../market/parties.ts';
import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import { siteRacks } from '../sites/siteRacks.ts';
import { observedTotals, type ObservedTotal } from './totals.ts';

/** What was observed, with the place where it stands. */
export interface PlacedTotal extends ObservedTotal {
  readonly path: Path;
}

/** All that was observed, in the order of the schema, each with its place. */
export function placedTotals(scenario: RolloutScenario): PlacedTotal[] {
  const { observed } = scenario;
  const paths = (
    ['gpusInService', 'racksDocked', 'megawattsEnergized', 'firstBlockEnergized'] as const
  ).flatMap((key) => (observed?.[key] ?? []).map((_, index): Path => ['observed', key, index]));
  return observedTotals(scenario).map((total, index) => ({ ...total, path: paths[index]! }));
}

/**
 * Refuses numbers of GPUs in service that no replication can have: more than the contract buys, the sites hold or racks
 * are seen to have come, and fewer than were there before, tolerances counted.
 */
export function checkPossible(scenario: RolloutScenario, refuse: Refuse): void {
  const totals = placedTotals(scenario);
  const docked = totals.filter(({ kind }) => kind === 'racks_docked');
  const counts = totals
    .filter(({ kind }) => kind === 'gpus_in_service')
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const bounds = [
    { most: mostBought(scenario), words: 'that the contract buys' },
    { most: mostHeld(scenario), words: 'for which the sites have room' },
  ];
  const bound = bounds.reduce((least, one) => (one.most < least.most ? one : least));
  counts.forEach((later, index) => {
    const place = [...later.path, 'total'];
    const { what } = later.column.observation!;
    if (leastOf(later) > bound.most)
      refuse(
        place,
        `expected at most the ${bound.most.toLocaleString('en-US')} GPUs ${bound.words}, got ${what}`,
      );
    const come = docked.find((one) => one.on >= later.on && leastOf(later) > gpusIn(scenario, mostOf(one)));
    if (come !== undefined)
      refuse(
        place,
        `expected no more GPUs in service than have come, ${come.column.observation!.what}, got ${what}`,
        [...come.path, 'total'],
      );
    const earlier = counts.slice(0, index).find((one) => leastOf(one) > mostOf(later));
    if (earlier !== undefined)
      refuse(
        place,
        `expected no fewer GPUs in service than before, ${earlier.column.observation!.what}, got ${what}`,
        [...earlier.path, 'total'],
      );
  });
}

function leastOf({ column: { observation } }: ObservedTotal): number {
  return observation!.value - FARTHEST * observation!.deviation;
}

function mostOf({ column: { observation } }: ObservedTotal): number {
  return observation!.value + FARTHEST * observation!.deviation;
}

// Of all replications that may be drawn, so few lie beyond such a quantile that they are this part of those wanted.
const FAR_TOO_FEW = 0.1;
const RARE = 0.001;

function farOut({ observed }: RolloutScenario): number {
  const { effectiveReplications = 200, mostReplications = 20_000 } = observed ?? {};
  return Math.min(RARE, (FAR_TOO_FEW * effectiveReplications) / mostReplications);
}

/** GPUs that the first tenant's contract buys at most; without an end where deals add to it. */
function mostBought(scenario: RolloutScenario): number {
  const { contract, product, deals = [] } = scenario;
  if (deals.length > 0) return Number.POSITIVE_INFINITY;
  const { gpusPerRack } = product;
  const pricePerGpuHour = quantile(contract.price, farOut(scenario));
  return contractRacks(contract, { pricePerGpuHour, gpusPerRack }) * gpusPerRack;
}

/** GPUs that stand in all sites at most; without an end where racks of several products do. */
function mostHeld(scenario: RolloutScenario): number {
  if (hasMarket(scenario)) return Number.POSITIVE_INFINITY;
  const level = { hall: 1 - farOut(scenario), rack: farOut(scenario) };
  const racks = scenario.sites.reduce((sum, site) => sum + siteRacks(scenario, site, level), 0);
  return gpusIn(scenario, racks);
}

function gpusIn(scenario: RolloutScenario, racks: number): number {
  return hasMarket(scenario) ? Number.POSITIVE_INFINITY : racks * scenario.product.gpusPerRack;
}
