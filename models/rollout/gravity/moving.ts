/** What is moved: the GPUs in service that work on it, and its data. */
export interface Workload {
  readonly gpus: number;
  readonly petabytes: number;
}

/** A way from one place to another, with what it takes to run there. */
export interface Route {
  readonly gigabitsPerSecond: number;
  /** Part of that rate which a move of data gets, over 0 and at most 1. */
  readonly efficiency: number;
  readonly dollarsPerGigabyte: number;
  /** Part of the fleet that stands still while the data are copied. */
  readonly standstill: number;
  /** Days in which the whole fleet is accepted anew, after the data have arrived. */
  readonly requalificationDays: number;
}

/** What a move takes. */
export interface Move {
  /** Days from the first byte until the workload runs at the new place. */
  readonly days: number;
  readonly dollars: number;
  /** GPU-days in which the fleet stands still. */
  readonly gpuDays: number;
}

const STAYING: Move = { days: 0, dollars: 0, gpuDays: 0 };

const GIGABYTES = 1e6;
const GIGABITS = 8 * GIGABYTES;
const SECONDS_A_DAY = 86_400;

/** Days to copy data, `8 D / (rate × efficiency)`. */
export function copyDays(petabytes: number, { gigabitsPerSecond, efficiency }: Route): number {
  return (petabytes * GIGABITS) / (gigabitsPerSecond * efficiency) / SECONDS_A_DAY;
}

/**
 * Days, dollars and GPU-days that it takes to move a workload; nothing where there is no route, as for who stays.
 *
 * @example moveOf({ gpus: 10, petabytes: 0 }, undefined).dollars // 0
 */
export function moveOf({ gpus, petabytes }: Workload, route: Route | undefined): Move {
  if (route === undefined) return STAYING;
  const { requalificationDays, standstill, dollarsPerGigabyte } = route;
  const copying = copyDays(petabytes, route);
  return {
    days: copying + requalificationDays,
    dollars: petabytes * GIGABYTES * dollarsPerGigabyte,
    gpuDays: gpus * (copying * standstill + requalificationDays),
  };
}
