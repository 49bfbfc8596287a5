import type { SiteState } from '../deployment/site.ts';
import type { Simulation } from '../../../src/kernel/index.ts';
import { newCurve, step, type Curve } from './curve.ts';
import type { Grid } from './grid.ts';
import { openSiteStages, type SiteStages } from './siteStages.ts';

/** What a rollout counts while it runs, as curves on the report's dates. */
export interface Tally {
  readonly grid: Grid;
  readonly stages: SiteStages;
  /** Racks at the dock or beyond it, racks installed, racks in service. */
  readonly docked: Curve;
  readonly installed: Curve;
  readonly inService: Curve;
  /** Racks at the dock without a position, positions without a rack. */
  readonly racksWaiting: Curve;
  readonly positionsWaiting: Curve;
  /** Per site, contract slots filled first there: they sum to N. */
  readonly slots: Curve[];
  /** Per site, in MW: energized; and in positions: ready, filled, in service. */
  readonly energizedMegawatts: Curve[];
  /** Load that the cooling plants in place can carry, over all sites. */
  readonly cooledMegawatts: Curve;
  readonly ready: Curve[];
  readonly filled: Curve[];
  readonly serving: Curve[];
  /** Per site, racks in service that are dark for want of power. */
  readonly dark: Curve[];
  /** Load that retrofits took out of service. */
  displacedGpuDays: number;
  displacedMegawattDays: number;
  divertedRacks: number;
  rackDocked(time: number): void;
  rackPlaced(site: SiteState, time: number): void;
  rackInstalled(time: number): void;
  slotFilled(site: SiteState, time: number): void;
  rackServes(site: SiteState, time: number): void;
  /** A rack in service goes dark, or comes back: what was accepted stays so, what is available changes. */
  rackSwitched(site: SiteState, time: number, isOff: boolean): void;
  rackDiverted(time: number): void;
  rackReassigned(site: SiteState, time: number): void;
  positionsReady(site: SiteState, time: number, count: number): void;
  energized(site: SiteState, time: number, megawatts: number): void;
  /** The cooling plant of a hall is in place. */
  cooled(time: number, megawatts: number): void;
  /** Halls that come, or go, with both power and cooling. */
  live(site: SiteState, time: number, megawatts: number): void;
  /** Open positions of a hall under notice; then the hall itself, with what stands in it. */
  positionsWithdrawn(site: SiteState, time: number, kilowattsPerRack: number): void;
  siteReturned(site: SiteState, time: number, kilowattsPerRack: number): void;
  retrofitDone(retrofit: {
    start: number;
    now: number;
    displaced: { power?: number | undefined; gpus?: number | undefined };
  }): void;
}

/** Opens the counts of one replication. */
export function openTally(simulation: Simulation, grid: Grid, sites: number): Tally {
  const curves = (): Curve[] => Array.from({ length: sites }, () => newCurve(grid));
  const tally: Tally = {
    grid,
    stages: openSiteStages(simulation, sites),
    docked: newCurve(grid),
    installed: newCurve(grid),
    inService: newCurve(grid),
    racksWaiting: newCurve(grid),
    positionsWaiting: newCurve(grid),
    slots: curves(),
    energizedMegawatts: curves(),
    cooledMegawatts: newCurve(grid),
    ready: curves(),
    filled: curves(),
    serving: curves(),
    dark: curves(),
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
    slotFilled: (site, time) => {
      step(tally.inService, grid, time, 1);
      step(tally.slots[site.index]!, grid, time, 1);
    },
    rackServes: (site, time) => step(tally.serving[site.index]!, grid, time, 1),
    rackSwitched: (site, time, isOff) => step(tally.dark[site.index]!, grid, time, isOff ? 1 : -1),
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
    cooled: (time, megawatts) => step(tally.cooledMegawatts, grid, time, megawatts),
    live: (site, time, megawatts) => {
      tally.energized(site, time, megawatts);
      tally.cooled(time, megawatts);
    },
    positionsWithdrawn: (site, time, kilowattsPerRack) => {
      step(tally.positionsWaiting, grid, time, -site.open);
      step(tally.ready[site.index]!, grid, time, -site.open);
      tally.live(site, time, (-site.open * kilowattsPerRack) / 1000);
    },
    siteReturned: (site, time, kilowattsPerRack) => {
      step(tally.ready[site.index]!, grid, time, -site.filled);
      step(tally.filled[site.index]!, grid, time, -site.filled);
      step(tally.serving[site.index]!, grid, time, -site.accepted);
      tally.live(site, time, (-site.filled * kilowattsPerRack) / 1000);
    },
    retrofitDone: ({ start, now, displaced }) => {
      tally.displacedGpuDays += (displaced.gpus ?? 0) * (now - start);
      tally.displacedMegawattDays += (displaced.power ?? 0) * (now - start);
    },
  };
  return tally;
}
