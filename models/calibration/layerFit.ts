import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix';
import {
  placesOf,
  priorsOf,
  type LayerDatum,
  type LayerFit,
  type LayerModel,
  type LayerNames,
} from './layer.ts';
import { localLikelihood } from './layerLikelihood.ts';
import { KINDS } from './siteOfRecord.ts';

const MOST_STEPS = 100;
const CLOSE = 1e-7;

/**
 * Fits the layer: the mode of the posterior by Newton's method, and Laplace's normal law around it.
 *
 * `from` is a mode to start at, such as that of all data when one is left out; it must name the same kinds and owners.
 *
 * @throws Error when the search does not settle.
 */
export function fitLayer(
  data: readonly LayerDatum[],
  model: LayerModel,
  { names = namesIn(data), from }: { names?: LayerNames; from?: Float64Array } = {},
): LayerFit {
  const { kinds, owners } = names;
  const priors = priorsOf({ model, kinds, owners });
  const counted = model.truncated ? data : data.map((datum) => ({ ...datum, entry: undefined }));
  const mode = from?.slice() ?? Float64Array.from(priors, ({ mean }) => mean);
  let here = posteriorAt(counted, model, names, mode);
  for (let step = 0; step < MOST_STEPS; step++) {
    const move = newtonStep(here);
    let scale = 1;
    let next = here;
    const tried = mode.slice();
    // Halves the step until it does not make things worse.
    for (; scale > 1e-6; scale /= 2) {
      for (let i = 0; i < mode.length; i++) tried[i] = mode[i]! + scale * move[i]!;
      next = posteriorAt(counted, model, names, tried);
      if (next.value >= here.value - 1e-12) break;
    }
    mode.set(tried);
    here = next;
    if (Math.max(...move.map(Math.abs)) * scale < CLOSE) {
      const covariance = symmetric(inverse(positive(here.information)));
      return { model, kinds, owners, mode, covariance };
    }
  }
  throw new Error(`fit of ${data.length} durations: no mode after ${MOST_STEPS} steps, expected to settle`);
}

/** Kinds and owners that occur in the data. */
export function namesIn(data: readonly LayerDatum[]): LayerNames {
  const owners = new Set(data.map(({ owner }) => owner).filter((owner) => owner !== ''));
  const present = new Set(data.map(({ kind }) => kind));
  return { kinds: KINDS.filter((kind) => present.has(kind)), owners: [...owners].sort() };
}

interface Posterior {
  readonly value: number;
  readonly slope: Float64Array;
  /** Minus the matrix of curvatures. */
  readonly information: Matrix;
}

function posteriorAt(
  data: readonly LayerDatum[],
  model: LayerModel,
  names: LayerNames,
  mode: Float64Array,
): Posterior {
  const priors = priorsOf({ model, ...names });
  const places = placesOf(names);
  const slope = new Float64Array(mode.length);
  const information = Matrix.zeros(mode.length, mode.length);
  let value = 0;
  priors.forEach(({ mean, sd }, i) => {
    const z = (mode[i]! - mean) / sd;
    value -= (z * z) / 2;
    slope[i] = slope[i]! - z / sd;
    information.set(i, i, 1 / (sd * sd));
  });
  const add = (i: number, j: number, amount: number): void => {
    information.set(i, j, information.get(i, j) - amount);
    if (i !== j) information.set(j, i, information.get(j, i) - amount);
  };
  for (const datum of data) {
    const spread = places.logSpread(datum.kind);
    // The shift is a sum of parameters, each with its weight.
    const parts: [place: number, weight: number][] = [[places.shift(datum.kind), 1]];
    if (datum.era !== 0) parts.push([places.era, datum.era]);
    const owner = names.owners.indexOf(datum.owner);
    if (owner >= 0) parts.push([places.owner(owner), 1]);
    const shift = parts.reduce((sum, [place, weight]) => sum + weight * mode[place]!, 0);
    const local = localLikelihood(datum, { noise: model.noise, shift, logSpread: mode[spread]! });
    value += local.value;
    slope[spread] = slope[spread]! + local.slope[1];
    add(spread, spread, local.curvature[2]);
    parts.forEach(([place, weight], i) => {
      slope[place] = slope[place]! + weight * local.slope[0];
      add(place, spread, weight * local.curvature[1]);
      parts.slice(i).forEach(([other, otherWeight]) => {
        add(place, other, weight * otherWeight * local.curvature[0]);
      });
    });
  }
  return { value, slope, information };
}

function newtonStep({ slope, information }: Posterior): number[] {
  return new CholeskyDecomposition(positive(information)).solve(Matrix.columnVector(slope)).to1DArray();
}

/** The matrix itself where it is positive definite, else with as much on its diagonal as makes it so. */
function positive(matrix: Matrix): Matrix {
  for (let ridge = 0; ; ridge = ridge === 0 ? 1e-3 : ridge * 10) {
    const raised = matrix.clone();
    for (let i = 0; i < raised.rows; i++) raised.set(i, i, raised.get(i, i) + ridge);
    if (new CholeskyDecomposition(raised).isPositiveDefinite()) return raised;
  }
}

// The two halves of an inverse differ by their last digits.
function symmetric(matrix: Matrix): Float64Array[] {
  return Array.from({ length: matrix.rows }, (_, i) =>
    Float64Array.from({ length: matrix.rows }, (__, j) => (matrix.get(i, j) + matrix.get(j, i)) / 2),
  );
}
