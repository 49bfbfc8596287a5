import type { World } from '../world.ts';

/** Days from a tested package to a finished rack: tray, then rack integration; one draw a replication. */
export function packageToRackDays(world: World): number {
  const { pipeline } = world.scenario.chips;
  const daysOf = (stage: 'tray' | 'rack'): number =>
    world.streams.open('chips', 'vendor', stage).draw(pipeline[stage], 0);
  return daysOf('tray') + daysOf('rack');
}

/** Days from a wafer start to a tested package: wafer cycle, then packaging and test; one draw a replication. */
export function waferToPackageDays(world: World): number {
  const { pipeline } = world.scenario.chips;
  const daysOf = (stage: 'wafer' | 'packaging'): number =>
    world.streams.open('chips', 'vendor', stage).draw(pipeline[stage], 0);
  return daysOf('wafer') + daysOf('packaging');
}
