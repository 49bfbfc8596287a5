import type { Signal } from '../../../src/kernel/index.ts';
import type { DedicatedSite } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { stageDays } from '../stages.ts';
import { startActivity } from '../startActivity.ts';
import type { World } from '../world.ts';

/** Brings fibre to a campus from land clearing on, where the scenario has it. */
export function startTrunk(
  world: World,
  site: DedicatedSite,
  { entity, startDay }: { entity: number; startDay: number },
): Signal | undefined {
  const { trunkFibre } = planOf(world.scenario.construction.network, site.network);
  if (trunkFibre === undefined) return undefined;
  return startActivity(world, 'trunk fibre', {
    entity,
    startDay,
    process: `${site.name} trunk fibre works`,
    signal: `${site.name} trunk fibre`,
    days: () =>
      stageDays(world, trunkFibre, { draws: world.streams.open('network', site.name, 'trunk fibre') }),
  });
}
