import { dayNumber } from '../calendars.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { DealScenario } from './dealSchema.ts';
import { dealGpus } from './deals.ts';
import { partyNames } from './parties.ts';
import { placeOf, productTerms, tenantTerms } from './terms.ts';

/** The deals of a tenant that count towards its need by the horizon: those that nobody took out. */
export function dealsOfTenant(scenario: RolloutScenario, tenant: number): DealScenario[] {
  const names = partyNames(scenario);
  const { deals = [], start, horizon } = scenario;
  const beginsBy = ({ signed, arrives }: DealScenario): boolean =>
    dayNumber(start, signed ?? arrives?.from ?? start) < dayNumber(start, horizon);
  return deals.filter(
    (deal) => placeOf(names, deal.tenant) === tenant && deal.removed !== 'vanish' && beginsBy(deal),
  );
}

/**
 * GPUs that a deal adds to what its tenant's contract is for, in whole racks.
 *
 * @param level where in its range the size of the deal lies, 0 to 1
 */
export function gpusForContract(
  scenario: RolloutScenario,
  { deal, tenant, level }: { deal: DealScenario; tenant: number; level: number },
): number {
  const { gpusPerRack } = productTerms(scenario)[tenantTerms(scenario)[tenant]!.product]!;
  // A deal orders racks of the vendor's product, and each counts as one of the contract's.
  return Math.ceil(dealGpus(scenario, deal, level) / scenario.product.gpusPerRack) * gpusPerRack;
}
