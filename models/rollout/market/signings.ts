import type { World } from '../world.ts';
import type { Deal } from './deals.ts';
import { placeAt } from './place.ts';
import type { Programme } from './programme.ts';

/** Schedules the day of each deal, from which its tenant may have what it bought at its provider. */
export function scheduleSignings(
  { simulation, label }: Pick<World, 'simulation' | 'label'>,
  programmes: readonly Programme[],
  deals: readonly Deal[],
): void {
  const sign = (index: number): void => {
    const { tenant, provider, racks } = deals[index]!;
    const programme = programmes[tenant]!;
    const gpus = racks * programme.product.gpusPerRack;
    programme.need.signedGpus += gpus;
    placeAt(programme, provider).quotaGpus += gpus;
  };
  deals.forEach(({ signedDay }, index) =>
    simulation.scheduleAt(Math.max(simulation.now, signedDay), sign, index, label('deal signed')),
  );
}
