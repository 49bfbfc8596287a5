import { permutation } from './permutation.ts';
import { requireCount } from './requireCount.ts';
import type { Stream } from '../random/index.ts';

/**
 * A Latin hypercube: in every dimension exactly one of n points in each of n equal intervals, uniform within it.
 *
 * It is one unit: n points are not n independent observations, so an interval needs several hypercubes.
 * Source: M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979).
 *
 * @example latinHypercube({ size: 10, dimensions: 3, stream })
 */
export function latinHypercube({
  size,
  dimensions,
  stream,
}: {
  size: number;
  dimensions: number;
  stream: Stream;
}): Float64Array[] {
  requireCount('hypercube size', size);
  requireCount('hypercube dimensions', dimensions);
  const columns = Array.from({ length: dimensions }, (_, dimension) => {
    const order = permutation(size, (place) => stream.uniform(place, 2 * dimension));
    return order.map((interval, point) => (interval + stream.uniform(point, 2 * dimension + 1)) / size);
  });
  return Array.from({ length: size }, (_, point) =>
    Float64Array.from(columns, (column) => inside(column[point])),
  );
}

// (n − 1 + u) / n rounds to 1 when u is within an ulp of it.
function inside(u: number): number {
  return u < 1 ? u : 1 - 2 ** -53;
}
