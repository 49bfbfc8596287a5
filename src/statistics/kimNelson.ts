import { asWritten } from '../refusal/index.ts';
import { requireLevel, requirePositive } from './estimate.ts';
import { moments } from './moments.ts';
import { requireUtilities } from './requireUtilities.ts';
import { scaled } from './scaled.ts';

/** What a ranking and selection procedure came to. */
export interface Selection {
  /** Index of the selected system; undefined while more than one is left. */
  readonly selected: number | undefined;
  /** For each system, the number of replications at which it was ruled out; undefined for those that are left. */
  readonly eliminatedAt: readonly (number | undefined)[];
  /** Replications that had been looked at when it was decided, else all there were. */
  readonly replications: number;
}

/**
 * The fully sequential procedure KN: of systems on common random numbers, the one with the highest mean is selected
 * with probability at least 1 − alpha, whenever it is better than the next by `indifference` or more.
 *
 * The variances are those of the pairs' differences over the first `first` replications, so that common random numbers
 * help. Means are assumed to be of roughly normal values. Source: S.-H. Kim and B. L. Nelson, ACM Trans. Model. Comput.
 * Simul. 11 (2001), 251–273, with c = 1.
 *
 * @throws RangeError on fewer than two systems, samples that differ in size, or settings out of range
 * @example kimNelson([utilityA, utilityB], { indifference: 5, first: 50 })
 */
export function kimNelson(
  utilities: readonly ArrayLike<number>[],
  { indifference, alpha = 0.05, first = 50 }: { indifference: number; alpha?: number; first?: number },
): Selection {
  const systems = utilities.length;
  const count = utilities[0]?.length ?? 0;
  if (systems < 2) throw new RangeError(`systems: ${systems}, expected at least two`);
  if (utilities.some(({ length }) => length !== count)) {
    throw new RangeError('utilities: samples of different sizes, expected as many of each system');
  }
  requirePositive('indifference', indifference);
  requireLevel('alpha', alpha);
  // More would make the procedure's constant negative, which rules out whom it likes.
  if (alpha > (systems - 1) / 2)
    throw new RangeError(
      `alpha: ${alpha}, expected at most 0.5 for two systems: chance alone is as often right`,
    );
  if (!Number.isInteger(first) || first < 2) {
    throw new RangeError(`first stage: ${asWritten(first)}, expected a whole number from 2`);
  }
  requireUtilities('system', utilities);
  const eliminatedAt: (number | undefined)[] = utilities.map(() => undefined);
  if (count < first) return { selected: undefined, eliminatedAt, replications: count };
  const eta = ((2 * alpha) / (systems - 1)) ** (-2 / (first - 1)) - 1;
  const h2 = eta * (first - 1);
  // All by one power of two, so that squares are doubles.
  const { samples } = scaled([...utilities, [indifference]]);
  const [values, margin] = [samples.slice(0, systems), samples[systems][0]];
  const reach = values.map((a) => values.map((b) => (h2 * differenceVariance(a, b, first)) / margin));
  const sums = new Float64Array(systems);
  let left = utilities.map((_, system) => system);
  for (let r = 1; r <= count; r++) {
    for (const system of left) sums[system] += values[system][r - 1];
    if (r < first) continue;
    const survivors = left.filter((system) =>
      left.every((other) => {
        const slack = Math.max(0, (reach[system][other] - margin * r) / 2);
        return system === other || sums[system] >= sums[other] - slack;
      }),
    );
    for (const system of left) if (!survivors.includes(system)) eliminatedAt[system] = r;
    left = survivors;
    // Equal sums without slack: no data can tell them apart by more than the indifference, and the first is as good as
    // any.
    const isTie = left.length > 1 && left.every((a) => left.every((b) => reach[a][b] <= margin * r));
    if (left.length === 1 || isTie) return { selected: left[0], eliminatedAt, replications: r };
  }
  return { selected: undefined, eliminatedAt, replications: count };
}

function differenceVariance(a: ArrayLike<number>, b: ArrayLike<number>, count: number): number {
  if (a === b) return 0;
  return moments(Float64Array.from({ length: count }, (_, i) => a[i] - b[i])).variance;
}
