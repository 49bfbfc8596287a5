import type { Command, Signal } from '../../../src/kernel/index.ts';
import type { Stage } from '../../../src/scenario/index.ts';
import type { DedicatedSite } from '../scenario.ts';
import { planOf } from '../sites/planOf.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';

/** Brings fibre to a campus from land clearing on, where the scenario has it. */
export function startTrunk(
  world: World,
  site: DedicatedSite,
  { entity, startDay }: { entity: number; startDay: number },
): Signal | undefined {
  const { simulation } = world;
  const { trunkFibre } = planOf(world.scenario.construction.network, site.network);
  if (trunkFibre === undefined) return undefined;
  const connected = simulation.signal(`${site.name} trunk fibre`);
  simulation.process(
    `${site.name} trunk fibre works`,
    () => layFibre(world, site, { stage: trunkFibre, connected }),
    { entity, delay: startDay - simulation.now, delayLabel: world.label('planned start') },
  );
  return connected;
}

function* layFibre(
  world: World,
  site: DedicatedSite,
  { stage, connected }: { stage: Stage; connected: Signal },
): Generator<Command, void, unknown> {
  const draws = world.streams.open('network', site.name, 'trunk fibre');
  const days = stageDays(world, stage, { draws });
  if (days > 0) yield world.activity('trunk fibre').lasting(days);
  connected.fire();
}
