import { quantile } from '../../../src/random/index.ts';
import type { Warning } from '../../../src/scenario/index.ts';
import { contractRacks } from '../contract/size.ts';
import { hasMarket } from '../market/parties.ts';
import type { RolloutScenario } from '../scenario.ts';
import { siteRacks } from '../sites/siteRacks.ts';

const LOW = 0.1;
const HIGH = 0.9;

// Less is what prudent planners have in hand.
const FAR_TOO_MUCH = 2;

/** Warns where the sites together can never hold the racks of the contract, or hold more than twice as many. */
export function warnOfRoom(scenario: RolloutScenario): Warning[] {
  // Whose racks stand where is not said by the halls of all and the contract of one.
  if (hasMarket(scenario)) return [];
  const { contract, sites } = scenario;
  const racks = (level: { hall: number; rack: number }): number =>
    sites.reduce((sum, site) => sum + siteRacks(scenario, site, level), 0);
  const needed = (price: number): number =>
    contractRacks(contract, {
      pricePerGpuHour: quantile(contract.price, price),
      gpusPerRack: scenario.product.gpusPerRack,
    });
  const because = [
    ...['gpus', 'commitment', 'effectiveTerm', 'price'].map((key) => ['contract', key]),
    ...['facilityPower', 'gpusPerRack'].map((key) => ['product', key]),
    ['deployment', 'podRacks'],
    ...sites.flatMap((_, index) =>
      ['halls', 'ceiling', 'initial', 'gpus', 'cooling'].map((key) => ['sites', index, key]),
    ),
    ['construction', 'cooling', 'plant'],
  ];
  const most = racks({ hall: HIGH, rack: LOW });
  const least = needed(HIGH);
  if (most < least) {
    const message = `the sites hold at most ${count(most)} racks, and the contract is for ${atLeast(scenario)}${count(least)}: some have no place`;
    return [{ path: ['sites'], because, message }];
  }
  const sure = racks({ hall: LOW, rack: HIGH });
  const largest = needed(LOW);
  if (sure <= FAR_TOO_MUCH * largest) return [];
  const message = `the sites hold at least ${count(sure)} racks, and the contract is for ${count(largest)}: nothing fills the rest`;
  return [{ path: ['sites'], because, message }];
}

function atLeast({ contract }: RolloutScenario): string {
  return contract.gpus === 'derived' ? 'at least ' : '';
}

function count(racks: number): string {
  return racks.toLocaleString('en-US');
}
