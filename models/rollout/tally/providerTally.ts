import type { Simulation } from '../../../src/kernel/index.ts';
import type { SiteState } from '../deployment/site.ts';
import { newCurve, newCurves, step, type Curve } from './curve.ts';
import type { Grid } from './grid.ts';
import { openSiteStages, type SiteStages } from './siteStages.ts';

/**
 * What is counted of a provider's sites while a rollout runs, as curves on the report's dates; lists are by site of
 * the scenario.
 */
export interface ProviderTally {
  readonly stages: SiteStages;
  /** Positions without a rack. */
  readonly positionsWaiting: Curve;
  /** Load that the cooling plants in place can carry, in MW, over all sites. */
  readonly cooledMegawatts: Curve;
  /** Per site, in MW: energized; and in positions: ready, filled, in service. */
  readonly energizedMegawatts: readonly Curve[];
  readonly ready: readonly Curve[];
  readonly filled: readonly Curve[];
  readonly serving: readonly Curve[];
  /** Load that retrofits took out of service. */
  readonly displaced: { gpuDays: number; megawattDays: number };
  /** Per site: when it first had power that could serve racks. */
  readonly firstEnergized: Float64Array;
  /** Megawatts energized before the end of each day that is watched. */
  readonly watchedMegawatts: Float64Array;
  positionsReady(site: SiteState, time: number, count: number): void;
  positionsFilled(site: SiteState, time: number, positions: number): void;
  racksServe(site: SiteState, time: number, positions: number): void;
  /** Positions that come with a rack in them. */
  rackReassigned(site: SiteState, time: number, positions: number): void;
  energized(site: SiteState, time: number, megawatts: number): void;
  /** The cooling plant of a hall is in place. */
  cooled(time: number, megawatts: number): void;
  /** Halls that come, or go, with both power and cooling. */
  live(site: SiteState, time: number, megawatts: number): void;
  /** Open positions of a hall under notice; then the hall itself, with what stands in it. */
  positionsWithdrawn(site: SiteState, time: number): void;
  siteReturned(site: SiteState, time: number): void;
  retrofitDone(retrofit: {
    start: number;
    now: number;
    displaced: { power?: number | undefined; gpus?: number | undefined };
  }): void;
}

/** Times up to which energized megawatts are counted, of one site or of all; lists are by what is watched. */
export interface Watched {
  readonly ends: readonly number[];
  readonly sites: readonly (number | undefined)[];
}

/** Opens the counts of one provider in one replication. */
export function openProviderTally(
  simulation: Simulation,
  grid: Grid,
  sites: number,
  watched: Watched,
): ProviderTally {
  const curves = (): Curve[] => newCurves(grid, sites);
  const tally: ProviderTally = {
    stages: openSiteStages(simulation, sites),
    positionsWaiting: newCurve(grid),
    cooledMegawatts: newCurve(grid),
    energizedMegawatts: curves(),
    ready: curves(),
    filled: curves(),
    serving: curves(),
    displaced: { gpuDays: 0, megawattDays: 0 },
    firstEnergized: new Float64Array(sites).fill(Number.POSITIVE_INFINITY),
    watchedMegawatts: new Float64Array(watched.ends.length),
    positionsReady: (site, time, count) => {
      step(tally.ready[site.index]!, grid, time, count);
      step(tally.positionsWaiting, grid, time, count);
    },
    positionsFilled: (site, time, positions) => {
      step(tally.positionsWaiting, grid, time, -positions);
      step(tally.filled[site.index]!, grid, time, positions);
    },
    racksServe: (site, time, positions) => step(tally.serving[site.index]!, grid, time, positions),
    rackReassigned: (site, time, positions) => {
      step(tally.ready[site.index]!, grid, time, positions);
      step(tally.filled[site.index]!, grid, time, positions);
    },
    energized: (site, time, megawatts) => {
      step(tally.energizedMegawatts[site.index]!, grid, time, megawatts);
      const { firstEnergized, watchedMegawatts } = tally;
      if (megawatts > 0 && time < firstEnergized[site.index]!) firstEnergized[site.index] = time;
      watched.ends.forEach((end, index) => {
        if (time < end && (watched.sites[index] ?? site.index) === site.index)
          watchedMegawatts[index]! += megawatts;
      });
    },
    cooled: (time, megawatts) => step(tally.cooledMegawatts, grid, time, megawatts),
    live: (site, time, megawatts) => {
      tally.energized(site, time, megawatts);
      tally.cooled(time, megawatts);
    },
    positionsWithdrawn: (site, time) => {
      step(tally.positionsWaiting, grid, time, -site.open);
      step(tally.ready[site.index]!, grid, time, -site.open);
      tally.live(site, time, (-site.open * site.layout.kilowattsPerRack) / 1000);
    },
    siteReturned: (site, time) => {
      step(tally.ready[site.index]!, grid, time, -site.filled);
      step(tally.filled[site.index]!, grid, time, -site.filled);
      step(tally.serving[site.index]!, grid, time, -site.accepted);
      tally.live(site, time, (-site.filled * site.layout.kilowattsPerRack) / 1000);
    },
    retrofitDone: ({ start, now, displaced }) => {
      tally.displaced.gpuDays += (displaced.gpus ?? 0) * (now - start);
      tally.displaced.megawattDays += (displaced.power ?? 0) * (now - start);
    },
  };
  return tally;
}
