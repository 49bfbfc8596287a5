import { roundedText } from '../../../src/wording/index.ts';
import { median } from '../../../src/random/index.ts';
import { contractRacks } from '../contract/size.ts';
import type { DealScenario } from '../market/dealSchema.ts';
import { dealsOfTenant, gpusForContract } from '../market/dealNeed.ts';
import { hasMarket } from '../market/parties.ts';
import { productTerms, tenantTerms, type TenantTerms } from '../market/terms.ts';
import type { RolloutScenario } from '../scenario.ts';

const MIDDLE = 0.5;

/** What the racks are for that the sites are to hold: the contract, or in a market all contracts with their deals. */
export function neededRacksText(scenario: RolloutScenario): string {
  const tenants = tenantTerms(scenario);
  const contracts = sumOf(tenants, (terms) => {
    const { gpusPerRack } = productTerms(scenario)[terms.product]!;
    const racks = contractRacks(terms.contract, {
      pricePerGpuHour: median(terms.contract.price),
      gpusPerRack,
    });
    return racks * positionsOf(scenario, terms);
  });
  const { products = [] } = scenario;
  // Racks of other products take the room of more or of fewer: the sum is in racks of the first.
  const unit =
    products.length === 0 ? '' : ' (counted as racks of the first product, by the power that they draw)';
  if (!hasMarket(scenario)) return `the contract is for about ${roundedText(contracts)}`;
  const dealt = (isSure: boolean): number =>
    sumOf(tenants, (terms, tenant) => {
      const { gpusPerRack } = productTerms(scenario)[terms.product]!;
      const counts = ({ arrives }: DealScenario): boolean => (arrives === undefined) === isSure;
      const gpus = sumOf(dealsOfTenant(scenario, tenant).filter(counts), (deal) =>
        gpusForContract(scenario, { deal, tenant, level: MIDDLE }),
      );
      return (gpus / gpusPerRack) * positionsOf(scenario, terms);
    });
  const [sure, perhaps] = [dealt(true), dealt(false)];
  const all = `${tenants.length === 1 ? 'the contract is' : 'all contracts are'} for about ${roundedText(contracts)}${unit}`;
  return [
    all,
    ...(sure === 0 ? [] : [`with the deals that are signed ${roundedText(contracts + sure)}`]),
    ...(perhaps === 0 ? [] : [`with those that may come ${roundedText(contracts + sure + perhaps)}`]),
  ].join(', ');
}

type Rack = Pick<RolloutScenario['product'], 'facilityPower' | 'gpusPerRack'>;

/** Racks of the first product that stand where one rack of a tenant's product does, by power. */
function positionsOf(scenario: RolloutScenario, { product }: TenantTerms): number {
  if (product === 0) return 1;
  const power = ({ facilityPower, gpusPerRack }: Rack): number => median(facilityPower) * gpusPerRack;
  return power(scenario.products![product - 1]!) / power(scenario.product);
}

function sumOf<T>(items: readonly T[], valueOf: (item: T, index: number) => number): number {
  return items.reduce((sum, item, index) => sum + valueOf(item, index), 0);
}
