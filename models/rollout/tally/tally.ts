import type { SiteState } from '../deployment/site.ts';
import { newCurve, step, type Curve } from './curve.ts';
import type { Grid } from './grid.ts';

/** What a rollout counts while it runs, as curves on the report's dates. */
export interface Tally {
  readonly grid: Grid;
  /** Racks at the dock or beyond it, racks installed, racks in service. */
  readonly docked: Curve;
  readonly installed: Curve;
  readonly inService: Curve;
  /** Racks at the dock without a position, positions without a rack. */
  readonly racksWaiting: Curve;
  readonly positionsWaiting: Curve;
  /** Per site, in MW: energized; and in positions: ready, filled, in service. */
  readonly energizedMegawatts: Curve[];
  readonly ready: Curve[];
  readonly filled: Curve[];
  readonly serving: Curve[];
  /** Load that retrofits took out of service. */
  displacedGpuDays: number;
  displacedMegawattDays: number;
  divertedRacks: number;
  rackDocked(time: number): void;
  rackPlaced(site: SiteState, time: number): void;
  rackInstalled(time: number): void;
  rackInService(site: SiteState, time: number): void;
  rackDiverted(time: number): void;
  rackReassigned(site: SiteState, time: number): void;
  positionsReady(site: SiteState, time: number, count: number): void;
  energized(site: SiteState, time: number, megawatts: number): void;
  retrofitDone(retrofit: {
    start: number;
    now: number;
    displaced: { power?: number | undefined; gpus?: number | undefined };
  }): void;
}

/** Opens the counts of one replication. */
export function openTally(grid: Grid, sites: number): Tally {
  const curves = (): Curve[] => Array.from({ length: sites }, () => newCurve(grid));
  const tally: Tally = {
    grid,
    docked: newCurve(grid),
    installed: newCurve(grid),
    inService: newCurve(grid),
    racksWaiting: newCurve(grid),
    positionsWaiting: newCurve(grid),
    energizedMegawatts: curves(),
    ready: curves(),
    filled: curves(),
    serving: curves(),
    displacedGpuDays: 0,
    displacedMegawattDays: 0,
    divertedRacks: 0,
    rackDocked: (time) => {
      step(tally.docked, grid, time, 1);
      step(tally.racksWaiting, grid, time, 1);
    },
    rackPlaced: (site, time) => {
      step(tally.racksWaiting, grid, time, -1);
      step(tally.positionsWaiting, grid, time, -1);
      step(tally.filled[site.index]!, grid, time, 1);
    },
    rackInstalled: (time) => step(tally.installed, grid, time, 1),
    rackInService: (site, time) => {
      step(tally.inService, grid, time, 1);
      step(tally.serving[site.index]!, grid, time, 1);
    },
    rackDiverted: (time) => {
      tally.divertedRacks++;
      step(tally.docked, grid, time, -1);
      step(tally.racksWaiting, grid, time, -1);
    },
    rackReassigned: (site, time) => {
      step(tally.docked, grid, time, 1);
      step(tally.installed, grid, time, 1);
      step(tally.ready[site.index]!, grid, time, 1);
      step(tally.filled[site.index]!, grid, time, 1);
    },
    positionsReady: (site, time, count) => {
      step(tally.ready[site.index]!, grid, time, count);
      step(tally.positionsWaiting, grid, time, count);
    },
    energized: (site, time, megawatts) => step(tally.energizedMegawatts[site.index]!, grid, time, megawatts),
    retrofitDone: ({ start, now, displaced }) => {
      tally.displacedGpuDays += (displaced.gpus ?? 0) * (now - start);
      tally.displacedMegawattDays += (displaced.power ?? 0) * (now - start);
    },
  };
  return tally;
}
