import { dateOfDay } from '../record/calendarDate.ts';
import { effectiveSize, importanceWeights } from '../statistics/weights.ts';
import { InputError } from './inputError.ts';
import type { Column, Given, Outputs, PointRecords, Records } from '../record/index.ts';

/** The point whose replications say how well they agree with what was observed. */
export interface GivenPoint {
  readonly point: string;
  /** Whether it is one of the points that were asked for; else it comes last and stands in no table. */
  readonly isShown: boolean;
}

/** How many effective replications are drawn for, and how many replications at most. */
export interface Enough {
  readonly effective: number;
  readonly most: number;
}

/** Standard deviations beyond which a total cannot be what was observed. */
export const FARTHEST = 4;

const USUAL: Enough = { effective: 200, most: 20_000 };

/** The columns of what was observed. */
export function observedColumns({ columns }: Pick<Outputs, 'columns'>): Column[] {
  return columns.filter(({ role, observation }) => role === 'observed' && observation !== undefined);
}

/** How many replications of a scenario with observed totals are enough. */
export function enoughOf({ enough = USUAL }: Pick<Outputs, 'enough'>): Enough {
  return enough;
}

/**
 * The weight of each replication by its record: the product, over all observed totals, of the normal density of what
 * was observed about what the replication has, and 0 where that lies beyond four standard deviations.
 *
 * @example givenOf(records.points[0]).effective
 */
export function givenOf(base: PointRecords): Given {
  const distances = distancesOf(base);
  const logarithms = Float64Array.from({ length: base.replications }, (_, replication) =>
    distances.reduce((sum, values) => sum + logDensity(values[replication]!), 0),
  );
  const weights = importanceWeights(logarithms);
  return { base, weights, effective: effectiveSize(weights) };
}

/**
 * What of that which was observed one replication contradicts, by its values: `62,000 in service on …`; nothing where
 * it could have happened.
 */
export function contradicted(
  outputs: Pick<Outputs, 'columns'>,
  valueOf: (column: string) => number,
): string | undefined {
  return observedColumns(outputs).find(
    ({ name, observation }) => !isPossible((valueOf(name) - observation!.value) / observation!.deviation),
  )?.observation?.what;
}

/** Records whose points bear the weights of the given one. They are worked out when they are first asked for. */
export function givenRecords(
  points: readonly PointRecords[],
  replications: number,
  given: GivenPoint | undefined,
): Records {
  if (given === undefined) return { replications, points };
  const base = points.find(({ name }) => name === given.point)!;
  let known: Given | undefined;
  const found = (): Given => (known ??= givenOf(base));
  return {
    replications,
    points: points
      .filter((point) => given.isShown || point !== base)
      .map((point) => ({
        ...point,
        get weights() {
          return found().weights;
        },
      })),
    get given() {
      return found();
    },
  };
}

/** @throws InputError where no replication could have happened, saying what contradicts what. */
export function refuseImpossible({ given }: Records): void {
  if (given === undefined || given.effective > 0) return;
  throw new InputError(contradiction(given.base));
}

/** Standard deviations between what was observed and what each replication has, one array a total. */
function distancesOf(base: PointRecords): Float64Array[] {
  return observedColumns(base.outputs).map(({ name, observation }) =>
    base.column(name).map((value) => (value - observation!.value) / observation!.deviation),
  );
}

function logDensity(distance: number): number {
  return isPossible(distance) ? -(distance ** 2) / 2 : -Infinity;
}

function isPossible(distance: number): boolean {
  return Math.abs(distance) <= FARTHEST;
}

/**
 * Whether something that was observed lies farther from all replications than these lie from each other, its tolerance
 * counted: more of them do not come there.
 */
export function isFarOff(base: PointRecords): boolean {
  return distancesOf(base).some((distances) => {
    const known = distances.filter(Number.isFinite);
    if (known.length < distances.length / 2) return false;
    const least = known.reduce((a, b) => Math.min(a, b), Infinity);
    const most = known.reduce((a, b) => Math.max(a, b), -Infinity);
    return Math.max(least, -most) - FARTHEST > most - least;
  });
}

function contradiction(base: PointRecords): string {
  const columns = observedColumns(base.outputs);
  const distances = distancesOf(base);
  const all = `none of ${base.replications.toLocaleString('en-US')} replications could have happened`;
  const alone = columns.findIndex((_, index) => !distances[index]!.some(isPossible));
  if (alone >= 0)
    return `observed: ${all}: ${columns[alone]!.observation!.what} is out of reach. The scenario alone gives ${rangeText(base, columns[alone]!)}`;
  for (let first = 0; first < columns.length; first++)
    for (let second = first + 1; second < columns.length; second++) {
      const [a, b] = [distances[first]!, distances[second]!];
      if (a.some((distance, i) => isPossible(distance) && isPossible(b[i]!))) continue;
      return `observed: ${all}: ${columns[first]!.observation!.what} contradicts ${columns[second]!.observation!.what}: each alone could have been`;
    }
  return `observed: ${all}: ${columns.map(({ observation }) => observation!.what).join(', ')}: any two of them could have been, but not all`;
}

function rangeText(base: PointRecords, { name, unit: columnUnit, observation }: Column): string {
  const values = base.column(name).sort();
  const show = (value: number): string =>
    value === Infinity
      ? 'never'
      : observation!.isDay === true
        ? dateOfDay(base.outputs.startDate, value)
        : rounded(value);
  const [least, most] = [show(values[0]!), show(values.at(-1)!)];
  const range = least === most ? least : `${least} to ${most}`;
  return observation!.isDay === true ? range : `${range} ${observation!.unitWords ?? columnUnit} on that day`;
}

function rounded(value: number): string {
  return Number(value.toPrecision(6)).toLocaleString('en-US');
}
