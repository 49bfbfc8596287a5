import type { Distribution } from '../../../src/random/index.ts';
import type { World } from '../world.ts';

/** Days from a tested package to a finished rack: tray, then rack integration; one draw a replication. */
export function packageToRackDays(world: World): number {
  const { pipeline } = world.scenario.chips;
  return drawn(world, 'tray', pipeline.tray) + drawn(world, 'rack', pipeline.rack);
}

/** Days from a wafer start to a tested package: wafer cycle, then packaging and test; one draw a replication. */
export function waferToPackageDays(world: World): number {
  const { pipeline } = world.scenario.chips;
  return drawn(world, 'wafer', pipeline.wafer) + drawn(world, 'package', pipeline.packaging);
}

function drawn({ streams }: World, step: 'wafer' | 'package' | 'tray' | 'rack', days: Distribution): number {
  return streams.open('chips', 'vendor', `${step} time`).draw(days, 0);
}
