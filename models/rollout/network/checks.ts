import { median } from '../../../src/random/index.ts';
import type { Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { reach } from './topology.ts';

/** Refuses fabrics that do not reach the GPUs of their hall, and cabling without a topology to count it from. */
export function checkNetwork(scenario: RolloutScenario, refuse: Refuse): void {
  const { construction, product } = scenario;
  const kilowatts = median(product.facilityPower);
  scenario.sites.forEach((site, index) => {
    if (site.kind !== 'dedicated') return;
    site.halls.forEach((hall, number) => {
      const path = ['sites', index, 'halls', number];
      const { topology, cablingRate } = planOf(construction.network, site.network, hall.network);
      if (cablingRate !== undefined && topology === undefined)
        refuse(path, 'expected a network topology to count the cabling from, got none');
      if (topology === undefined) return;
      const endpoints = Math.floor(((hall.power * 1000) / kilowatts) * topology.portsPerGpu);
      if (endpoints > reach(topology))
        refuse(
          path,
          `expected at most ${reach(topology)} endpoints, the reach of ${topology.tiers} tiers of ${topology.radix} ports, got ${endpoints}`,
        );
    });
  });
}
