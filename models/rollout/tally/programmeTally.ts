import { newCurve, newCurves, step, type Curve } from './curve.ts';
import type { Grid } from './grid.ts';

/** What is counted of a tenant's racks while a rollout runs, as curves on the report's dates. */
export interface ProgrammeTally {
  /** Slots of the contract whose rack is at the dock or beyond it, is in service: a slot is one rack of its product. */
  readonly docked: Curve;
  readonly inService: Curve;
  /** Racks at the dock without a position. */
  readonly racksWaiting: Curve;
  /**
   * Per site of the scenario: contract slots filled first there, which sum to N, and racks in service that are dark
   * for want of power.
   */
  readonly slots: readonly Curve[];
  readonly dark: readonly Curve[];
  readonly diverted: { racks: number };
  racksDocked(time: number, docked: { racks: number; slots: number }): void;
  racksPlaced(time: number, racks: number): void;
  rackReassigned(time: number, slots: number): void;
  rackDiverted(time: number, slots: number): void;
  slotsFilled(site: number, time: number, slots: number): void;
  /** A rack in service goes dark, or comes back: what was accepted stays so, what is available changes. */
  rackSwitched(site: number, time: number, isOff: boolean): void;
}

/** Opens the counts of one programme in one replication. */
export function openProgrammeTally(grid: Grid, sites: number): ProgrammeTally {
  const curves = (): Curve[] => newCurves(grid, sites);
  const tally: ProgrammeTally = {
    docked: newCurve(grid),
    inService: newCurve(grid),
    racksWaiting: newCurve(grid),
    slots: curves(),
    dark: curves(),
    diverted: { racks: 0 },
    racksDocked: (time, { racks, slots }) => {
      step(tally.docked, grid, time, slots);
      step(tally.racksWaiting, grid, time, racks);
    },
    racksPlaced: (time, racks) => step(tally.racksWaiting, grid, time, -racks),
    rackReassigned: (time, slots) => step(tally.docked, grid, time, slots),
    rackDiverted: (time, slots) => {
      tally.diverted.racks++;
      step(tally.docked, grid, time, -slots);
      step(tally.racksWaiting, grid, time, -1);
    },
    slotsFilled: (site, time, slots) => {
      step(tally.inService, grid, time, slots);
      step(tally.slots[site]!, grid, time, slots);
    },
    rackSwitched: (site, time, isOff) => step(tally.dark[site]!, grid, time, isOff ? 1 : -1),
  };
  return tally;
}
