import { quantile } from '../../../src/random/index.ts';
import type { Warning } from '../../../src/scenario/index.ts';
import { contractRacks } from '../contract/size.ts';
import { dealsOfTenant, gpusForContract } from '../market/dealNeed.ts';
import { partyNames } from '../market/parties.ts';
import { productTerms, tenantTerms } from '../market/terms.ts';
import type { Path } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';

// The price that nine draws of ten lie above: a derived contract buys more in one draw of ten only.
const LOW = 0.1;
const HIGH = 1 - LOW;

/**
 * Warns of milestones of more GPUs than the contract of a tenant buys with its deals, which no replication, or hardly
 * any, can reach.
 */
export function warnOfMilestonesBeyond(scenario: RolloutScenario): Warning[] {
  return tenantTerms(scenario).flatMap((_, tenant) => milestonesBeyond(scenario, tenant));
}

function milestonesBeyond(scenario: RolloutScenario, tenant: number): Warning[] {
  const { contract, milestones, product } = tenantTerms(scenario)[tenant]!;
  const { gpusPerRack } = productTerms(scenario)[product]!;
  const deals = dealsOfTenant(scenario, tenant);
  const racks = contractRacks(contract, { pricePerGpuHour: quantile(contract.price, LOW), gpusPerRack });
  const most = deals.reduce(
    (sum, deal) => sum + gpusForContract(scenario, { deal, tenant, level: HIGH }),
    racks * gpusPerRack,
  );
  const isDerived = contract.gpus === 'derived';
  const own: Path = tenant === 0 ? [] : ['tenants', tenant - 1];
  // A further tenant that says none of its own has those of the first, which may be right for the first.
  const isInherited = tenant > 0 && scenario.tenants![tenant - 1]!.milestones === undefined;
  const size: Path[] = (isDerived ? ['commitment', 'price', 'effectiveTerm', 'gpus'] : ['gpus']).map(
    (key) => [...own, 'contract', key],
  );
  const ofProduct: Path[] =
    product === 0
      ? [['product', 'gpusPerRack']]
      : [
          ['products', product - 1, 'gpusPerRack'],
          [...own, 'product'],
        ];
  const whose = tenant === 0 ? 'the contract' : `the contract of ${partyNames(scenario)[tenant]!}`;
  const buyer = deals.length === 0 ? whose : `${whose} with its deals`;
  return milestones.gpus.flatMap((gpus, index) => {
    if (gpus <= most) return [];
    const isSure = !isDerived && deals.length === 0;
    const buys = isSure ? `${count(most)}` : `at most ${count(most)} in nine draws of ten`;
    const milestone: Path = [...(isInherited ? [] : own), 'milestones', 'gpus', index];
    return [
      {
        path: milestone,
        because: [...size, ...ofProduct, ['deals']],
        message: `a milestone of ${count(gpus)} GPUs, and ${buyer} buys ${buys}: it is not reached`,
      },
    ];
  });
}

function count(gpus: number): string {
  return gpus.toLocaleString('en-US');
}
