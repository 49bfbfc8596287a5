import type { Column, Outcome } from '../../../src/experiment/model.ts';
import type { Racks } from '../deployment/racks.ts';
import { levels, newSteps, pulse } from './curve.ts';
import type { Grid } from './grid.ts';

/** Ages of racks at the dock, in days: from, up to and not including to. */
const AGES = [
  { name: 'under 7 days', from: 0, to: 7 },
  { name: '7 to 21 days', from: 7, to: 21 },
  { name: '21 to 60 days', from: 21, to: 60 },
  { name: '60 days and more', from: 60, to: Number.POSITIVE_INFINITY },
] as const;

/** Columns of the racks that wait at the dock, by age. */
export function dwellColumns(): Column[] {
  return AGES.map(({ name }): Column => ({
    name: columnName(name),
    unit: 'rack',
    kind: 'series',
    description: 'racks at the dock without a position',
    table: 'dwell',
    measure: 'at_dock',
    key: { age: name },
    statistic: 'mean',
  }));
}

/** A tenant's racks at the dock by age at the end of every grid day; a rack of a reassigned fleet never waits. */
export function dwell(racks: Racks, programme: number, grid: Grid): Outcome {
  const curves = AGES.map(() => newSteps(grid));
  for (let rack = 0; rack < racks.count; rack++) {
    const docked = racks.dockedAt[rack]!;
    if (racks.programme[rack] !== programme || Number.isNaN(docked) || racks.lot[rack]! < 0) continue;
    const left = leftDockAt(racks.placedAt[rack]!, racks.divertedAt[rack]!);
    for (let age = 0; age < AGES.length && docked + AGES[age]!.from < left; age++) {
      const { from, to } = AGES[age]!;
      pulse(curves[age]!, grid, docked + from, Math.min(docked + to, left), 1);
    }
  }
  return Object.fromEntries(AGES.map(({ name }, index) => [columnName(name), levels(curves[index]!)]));
}

function leftDockAt(placedAt: number, divertedAt: number): number {
  if (!Number.isNaN(placedAt)) return placedAt;
  return Number.isNaN(divertedAt) ? Number.POSITIVE_INFINITY : divertedAt;
}

function columnName(age: string): string {
  return `at_dock:${age}`;
}
