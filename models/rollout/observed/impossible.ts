import { quantile } from '../../../src/random/index.ts';
import { FARTHEST } from '../../../src/experiment/given.ts';
import { contractRacks } from '../contract/size.ts';
import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
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
 * Refuses numbers of GPUs in service that no replication can have: more than the contract buys, and fewer than were
 * there before, tolerances counted.
 */
export function checkPossible(scenario: RolloutScenario, refuse: Refuse): void {
  const counts = placedTotals(scenario)
    .filter(({ kind }) => kind === 'gpus_in_service')
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const most = mostGpus(scenario);
  counts.forEach((later, index) => {
    const place = [...later.path, 'total'];
    const { what } = later.column.observation!;
    if (leastOf(later) > most)
      refuse(
        place,
        `expected at most the ${most.toLocaleString('en-US')} GPUs that the contract buys, got ${what}`,
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

// A price that no replication will be below.
const LEAST = 1e-9;

/** GPUs that the first tenant's contract buys at most; without an end where deals add to it. */
function mostGpus({ contract, product, deals = [] }: RolloutScenario): number {
  if (deals.length > 0) return Number.POSITIVE_INFINITY;
  const { gpusPerRack } = product;
  return (
    contractRacks(contract, { pricePerGpuHour: quantile(contract.price, LEAST), gpusPerRack }) * gpusPerRack
  );
}
