import type { Racks } from '../deployment/racks.ts';
import { levels, newSteps, pulse } from './curve.ts';
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
  const curves = DOCK_AGES.map(() => newSteps(grid));
  for (let rack = 0; rack < racks.count; rack++) {
    const docked = racks.dockedAt[rack]!;
    if (racks.programme[rack] !== programme || Number.isNaN(docked) || racks.lot[rack]! < 0) continue;
    const left = leftDockAt(racks.placedAt[rack]!, racks.divertedAt[rack]!);
    for (let age = 0; age < DOCK_AGES.length && docked + DOCK_AGES[age]!.from < left; age++) {
      const { from, to } = DOCK_AGES[age]!;
      pulse(curves[age]!, grid, docked + from, Math.min(docked + to, left), 1);
    }
  }
  return curves.map((curve) => levels(curve));
}

function leftDockAt(placedAt: number, divertedAt: number): number {
  if (!Number.isNaN(placedAt)) return placedAt;
  return Number.isNaN(divertedAt) ? Number.POSITIVE_INFINITY : divertedAt;
}
