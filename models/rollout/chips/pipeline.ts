import type { World } from '../world.ts';

/** Days from a tested package to a finished rack: tray, then rack integration; one draw a replication. */
export function packageToRackDays(world: World): number {
  const { pipeline } = world.scenario.chips;
  const stream = world.streams.open('chips', 'vendor', 'package to rack');
  return stream.draw(pipeline.tray, 0) + stream.draw(pipeline.rack, 1);
}

/** Days from a wafer start to a tested package: wafer cycle, then packaging and test; one draw a replication. */
export function waferToPackageDays(world: World): number {
  const { pipeline } = world.scenario.chips;
  const stream = world.streams.open('chips', 'vendor', 'wafer to package');
  return stream.draw(pipeline.wafer, 0) + stream.draw(pipeline.packaging, 1);
}
