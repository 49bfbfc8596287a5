import { quantile } from '../../../src/random/index.ts';
import type { Warning } from '../../../src/scenario/index.ts';
import { contractRacks } from '../contract/size.ts';
import { medianDealGpus } from '../market/deals.ts';
import { partyNames } from '../market/parties.ts';
import type { RolloutScenario } from '../scenario.ts';

// The price that nine draws of ten lie above: a derived contract buys more in one draw of ten only.
const LOW = 0.1;

/** Warns of milestones of more GPUs than the contract buys, which no replication, or hardly any, can reach. */
export function warnOfMilestonesBeyond(scenario: RolloutScenario): Warning[] {
  const { contract, milestones, product, deals = [] } = scenario;
  const { gpusPerRack } = product;
  const [own] = partyNames(scenario);
  const ofDeals = deals
    .filter(({ tenant = own }) => tenant === own)
    .reduce((sum, deal) => sum + medianDealGpus(scenario, deal), 0);
  const most =
    contractRacks(contract, { pricePerGpuHour: quantile(contract.price, LOW), gpusPerRack }) * gpusPerRack +
    Math.ceil(ofDeals);
  const isDerived = contract.gpus === 'derived';
  return milestones.gpus.flatMap((gpus, index) => {
    if (gpus <= most) return [];
    const buys = isDerived ? `at most ${count(most)} in nine draws of ten` : `${count(most)}`;
    return [
      {
        path: ['milestones', 'gpus', index],
        because: [
          ...(isDerived ? ['commitment', 'price', 'effectiveTerm', 'gpus'] : ['gpus']).map((key) => [
            'contract',
            key,
          ]),
          ['product', 'gpusPerRack'],
          ['deals'],
        ],
        message: `a milestone of ${count(gpus)} GPUs, and the contract buys ${buys}: it is not reached`,
      },
    ];
  });
}

function count(gpus: number): string {
  return gpus.toLocaleString('en-US');
}
