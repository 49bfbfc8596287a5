import type { Racks } from './racks.ts';

/** What a programme's racks waited for up to the horizon, in rack-days, and how many went through what. */
export interface Waits {
  /** At the dock for a position. */
  readonly position: number;
  /** In their place for their turn with a crew. */
  readonly crew: number;
  /** Days that ready positions waited for the rack they got. */
  readonly positionsForRacks: number;
  readonly reworked: number;
  readonly dead: number;
}

/** Adds up the waits of one programme's racks, diverted ones left out. */
export function waitsOf(racks: Racks, programme: number, end: number): Waits {
  let position = 0;
  let crew = 0;
  let positionsForRacks = 0;
  let reworked = 0;
  let dead = 0;
  for (let rack = 0; rack < racks.count; rack++) {
    const docked = racks.dockedAt[rack]!;
    const placed = racks.placedAt[rack]!;
    if (racks.programme[rack] !== programme || racks.diverted[rack] === 1 || Number.isNaN(docked)) continue;
    position += Number.isNaN(placed) ? end - docked : placed - docked;
    if (Number.isNaN(placed)) continue;
    positionsForRacks += placed - racks.readyAt[rack]!;
    if (racks.deaths[rack]! > 0 && racks.installedAt[rack]! < end) dead++;
    if (racks.reworks[rack]! > 0 && !Number.isNaN(racks.inServiceAt[rack]!)) reworked++;
    if (racks.lot[rack]! < 0) continue;
    const turn = racks.turnAt[rack]!;
    crew += Number.isNaN(turn) ? end - placed : turn - placed;
  }
  return { position, crew, positionsForRacks, reworked, dead };
}
