import type { Grid } from './grid.ts';

/** A quantity that steps up or down in time, kept as its changes a grid interval and the first moment of them. */
export interface Curve {
  readonly change: Float64Array;
  readonly moment: Float64Array;
}

/** An empty curve on a grid. */
export function newCurve(grid: Grid): Curve {
  return { change: new Float64Array(grid.days.length + 1), moment: new Float64Array(grid.days.length + 1) };
}

/** Adds a step of `amount` at `time`. */
export function step(curve: Curve, grid: Grid, time: number, amount: number): void {
  const index = grid.indexOf(time);
  curve.change[index]! += amount;
  curve.moment[index]! += amount * Math.max(0, time);
}

/** Adds `amount` on the half-open interval [from, to). */
export function pulse(curve: Curve, grid: Grid, from: number, to: number, amount: number): void {
  if (to <= from) return;
  step(curve, grid, from, amount);
  step(curve, grid, to, -amount);
}

/** The level at the end of every grid day. */
export function levels({ change }: Curve): Float64Array {
  const out = new Float64Array(change.length - 1);
  let sum = 0;
  for (let i = 0; i < out.length; i++) out[i] = sum += change[i]!;
  return out;
}

/** The integral from day 0 to the end of every grid day, in amount-days: exact, not a sum over grid intervals. */
export function integrals({ change, moment }: Curve, grid: Grid): Float64Array {
  const out = new Float64Array(change.length - 1);
  let level = 0;
  let momentSum = 0;
  for (let i = 0; i < out.length; i++) {
    level += change[i]!;
    momentSum += moment[i]!;
    out[i] = level * grid.ends[i]! - momentSum;
  }
  return out;
}
