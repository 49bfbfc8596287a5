import type { Command, Resource } from '../../../src/kernel/index.ts';
import type { World } from '../world.ts';
import { work } from './exposed.ts';
import type { Stoppages } from './stoppages.ts';

/** Trade crews that a fit-out has to get hold of. */
export interface Trades {
  readonly campus: Resource | undefined;
  readonly region: Resource | undefined;
}

/**
 * Fits a hall out while the rest of its shell is closed: the longer of the two sets the end.
 *
 * The crews are taken from the campus first and then from the region, so that two sites never wait for each other.
 */
export function* fitOutHall(
  world: World,
  options: { fitOut: number; shellLeft: number; crews: number; trades: Trades; stoppages: Stoppages },
): Generator<Command, void, unknown> {
  const { fitOut, shellLeft, crews, trades, stoppages } = options;
  const start = world.simulation.now;
  const { campus, region } = trades;
  const ofCampus = campus && (yield* campus.acquire({ units: crews }));
  try {
    const ofRegion = region && (yield* region.acquire({ units: crews }));
    try {
      const shellRest = Math.max(0, start + shellLeft - world.simulation.now);
      yield* work(world, stoppages, {
        activity: fitOut >= shellRest ? 'fit-out' : 'shell',
        days: Math.max(fitOut, shellRest),
        inTheOpen: false,
      });
    } finally {
      if (ofRegion !== undefined) region!.release(ofRegion);
    }
  } finally {
    if (ofCampus !== undefined) campus!.release(ofCampus);
  }
}

/** Days of fit-out that are left when factory-made parts save some of it, at most half. */
export function withPrefabrication(fitOut: number, saving: number): number {
  return Math.max(fitOut / 2, fitOut - saving);
}
