import type { Racks } from '../deployment/racks.ts';
import { levelsOf, newStepsEach, pulse } from './curve.ts';
import type { Grid } from './grid.ts';

/** Ages of racks at the dock, in days: from, up to and not including to. */
export const DOCK_AGES = [
  { name: 'under 7 days', from: 0, to: 7 },
  { name: '7 to 21 days', from: 7, to: 21 },
  { name: '21 to 60 days', from: 21, to: 60 },
  { name: '60 days and more', from: 60, to: Number.POSITIVE_INFINITY },
] as const;

/** A tenant's racks at the dock by age at the end of every grid day; a rack of a reassigned fleet never waits. */
export function dwell(racks: Racks, programme: number, grid: Grid): Float64Array[] {
  const curves = newStepsEach(grid, DOCK_AGES.length);
  const { count, dockedAt, placedAt, divertedAt } = racks;
  for (let rack = 0; rack < count;) {
    const first = rack;
    const docked = dockedAt[first]!;
    const left = leftDockAt(placedAt[first]!, divertedAt[first]!);
    // Racks of a lot come together and mostly leave together.
    do rack++;
    while (
      rack < count &&
      dockedAt[rack] === docked &&
      leftDockAt(placedAt[rack]!, divertedAt[rack]!) === left &&
      racks.lot[rack] === racks.lot[first] &&
      racks.programme[rack] === racks.programme[first]
    );
    if (racks.programme[first] !== programme || Number.isNaN(docked) || racks.lot[first]! < 0) continue;
    for (let age = 0; age < DOCK_AGES.length && docked + DOCK_AGES[age]!.from < left; age++) {
      const { from, to } = DOCK_AGES[age]!;
      pulse(curves[age]!, grid, docked + from, Math.min(docked + to, left), rack - first);
    }
  }
  return levelsOf(curves);
}

function leftDockAt(placedAt: number, divertedAt: number): number {
  if (!Number.isNaN(placedAt)) return placedAt;
  return Number.isNaN(divertedAt) ? Number.POSITIVE_INFINITY : divertedAt;
}
