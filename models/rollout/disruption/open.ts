import type { World } from '../world.ts';
import { drawDisruptions } from './events.ts';
import { NO_SHOCKS, shocksOf, type OutputShocks, type PipelineLags } from './shocks.ts';

/** Draws the shocks of one replication and turns them into factors on the vendor's output. */
export function openShocks(world: World, lags: PipelineLags): OutputShocks {
  const { disruptions } = world.scenario;
  if (disruptions === undefined || disruptions.length === 0) return NO_SHOCKS;
  const { streams, horizonDays, dayOf } = world;
  return shocksOf(drawDisruptions(disruptions, { streams, horizonDays, dayOf }), lags);
}
