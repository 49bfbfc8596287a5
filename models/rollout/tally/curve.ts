import { listOf } from '../listOf.ts';
import type { Grid } from './grid.ts';

/** A quantity that steps up or down in time, kept as its changes a grid interval: enough for its levels. */
export interface Steps {
  readonly change: Float64Array;
}

/** The same with the first moment of the changes, for its integrals too. */
export interface Curve extends Steps {
  readonly moment: Float64Array;
}

/** No steps on a grid. */
export function newSteps(grid: Grid): Steps {
  return { change: new Float64Array(grid.days.length + 1) };
}

/** As many of them. */
export function newStepsEach(grid: Grid, count: number): Steps[] {
  return listOf(zeros(grid.days.length + 1, count), (change) => ({ change }));
}

/** An empty curve on a grid. */
export function newCurve(grid: Grid): Curve {
  return newCurves(grid, 1)[0]!;
}

/** As many of them. */
export function newCurves(grid: Grid, count: number): Curve[] {
  const lists = zeros(grid.days.length + 1, 2 * count);
  const curves: Curve[] = [];
  for (let place = 0; place < lists.length; place += 2)
    curves.push({ change: lists[place]!, moment: lists[place + 1]! });
  return curves;
}

/** So many lists of as many zeros: parts of one array, as the memory of one takes ten times as long as a part of it. */
function zeros(length: number, count: number): Float64Array[] {
  const all = new Float64Array(length * count);
  const lists: Float64Array[] = [];
  for (let place = 0; place < count; place++) lists.push(all.subarray(place * length, (place + 1) * length));
  return lists;
}

/** Adds a step of `amount` at `time`. */
export function step(curve: Curve, grid: Grid, time: number, amount: number): void {
  const index = grid.indexOf(time);
  curve.change[index]! += amount;
  curve.moment[index]! += amount * Math.max(0, time);
}

/** Adds `amount` from `time` on. */
export function shift({ change }: Steps, grid: Grid, time: number, amount: number): void {
  change[grid.indexOf(time)]! += amount;
}

/** Adds `amount` on the half-open interval [from, to). */
export function pulse(steps: Steps, grid: Grid, from: number, to: number, amount: number): void {
  if (to <= from) return;
  shift(steps, grid, from, amount);
  shift(steps, grid, to, -amount);
}

/** The level at the end of every grid day. */
export function levels(steps: Steps): Float64Array {
  return fillLevels(new Float64Array(steps.change.length - 1), steps);
}

/** The levels of several quantities. */
export function levelsOf(each: readonly Steps[]): Float64Array[] {
  const out = zeros((each[0]?.change.length ?? 1) - 1, each.length);
  each.forEach((steps, place) => fillLevels(out[place]!, steps));
  return out;
}

function fillLevels(out: Float64Array, { change }: Steps): Float64Array {
  let sum = 0;
  for (let i = 0; i < out.length; i++) out[i] = sum += change[i]!;
  return out;
}

/** Adds the level at the end of every grid day to a total. */
export function addLevels(total: Float64Array, { change }: Steps): void {
  let sum = 0;
  for (let i = 0; i < total.length; i++) total[i]! += sum += change[i]!;
}

/** The levels in another unit, of which one of the curve's is `times` / `over`. */
export function levelsIn(
  { change }: Steps,
  { times, over = 1 }: { times: number; over?: number },
): Float64Array {
  const out = new Float64Array(change.length - 1);
  let sum = 0;
  for (let i = 0; i < out.length; i++) {
    sum += change[i]!;
    out[i] = (sum * times) / over;
  }
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

/** The integral from day 0 to an end behind the last step, in amount-days. */
export function integralTo({ change, moment }: Curve, end: number): number {
  let level = 0;
  let momentSum = 0;
  for (let i = 0; i < change.length; i++) {
    level += change[i]!;
    momentSum += moment[i]!;
  }
  return level * end - momentSum;
}
