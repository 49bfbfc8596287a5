import { listText, roundedText } from '../../../src/wording/index.ts';
import { median } from '../../../src/random/index.ts';
import { contractRacks } from '../contract/size.ts';
import { dealsOfTenant, gpusForContract } from '../market/dealNeed.ts';
import { productTerms, tenantTerms } from '../market/terms.ts';
import type { DealScenario } from '../market/dealSchema.ts';
import type { RolloutScenario } from '../scenario.ts';

const MIDDLE = 0.5;

/**
 * What the deals of a tenant add to what its contract is for, in the middle of their ranges: those that are signed,
 * then those that may come. Nothing where it has none.
 */
export function withDealsText(scenario: RolloutScenario, tenant: number): string[] {
  const deals = dealsOfTenant(scenario, tenant);
  const sure = deals.filter(({ arrives }) => arrives === undefined);
  const perhaps = deals.filter(({ arrives }) => arrives !== undefined);
  const added = (of: readonly DealScenario[]): number =>
    of.reduce((sum, deal) => sum + gpusForContract(scenario, { deal, tenant, level: MIDDLE }), 0);
  const names = (of: readonly DealScenario[]): string => listText(of.map(({ name }) => name));
  const all = roundedText(contractGpus(scenario, tenant) + added(sure));
  return [
    ...(sure.length === 0
      ? []
      : [`about ${roundedText(added(sure))} GPUs more by ${names(sure)}, ${all} in all`]),
    ...(perhaps.length === 0
      ? []
      : [`about ${roundedText(added(perhaps))} GPUs more if ${names(perhaps)} should be signed`]),
  ];
}

function contractGpus(scenario: RolloutScenario, tenant: number): number {
  const { contract, product } = tenantTerms(scenario)[tenant]!;
  const { gpusPerRack } = productTerms(scenario)[product]!;
  return contractRacks(contract, { pricePerGpuHour: median(contract.price), gpusPerRack }) * gpusPerRack;
}
