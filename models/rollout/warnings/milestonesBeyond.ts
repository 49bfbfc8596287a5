import { quantile } from '../../../src/random/index.ts';
import type { Warning } from '../../../src/scenario/index.ts';
import { contractRacks } from '../contract/size.ts';
import type { RolloutScenario } from '../scenario.ts';

// The price that nine draws of ten lie above: a derived contract buys more in one draw of ten only.
const LOW = 0.1;

/** Warns of milestones of more GPUs than the contract buys, which no replication, or hardly any, can reach. */
export function warnOfMilestonesBeyond({ contract, milestones, product }: RolloutScenario): Warning[] {
  const { gpusPerRack } = product;
  const most =
    contractRacks(contract, { pricePerGpuHour: quantile(contract.price, LOW), gpusPerRack }) * gpusPerRack;
  const isDerived = contract.gpus === 'derived';
  return milestones.gpus.flatMap((gpus, index) => {
    if (gpus <= most) return [];
    const buys = isDerived ? `at most ${count(most)} in nine draws of ten` : `${count(most)}`;
    return [
      {
        path: ['milestones', 'gpus', index],
        because: (isDerived ? ['commitment', 'price', 'effectiveTerm', 'gpus'] : ['gpus']).map((key) => [
          'contract',
          key,
        ]),
        message: `a milestone of ${count(gpus)} GPUs, and the contract buys ${buys}: it is not reached`,
      },
    ];
  });
}

function count(gpus: number): string {
  return gpus.toLocaleString('en-US');
}
