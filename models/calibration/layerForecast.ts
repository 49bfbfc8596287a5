import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Streams } from '../../src/random/index.ts';
import { placesOf, type LayerDatum, type LayerFit } from './layer.ts';
import { survivalAt } from './layerLikelihood.ts';
import { NOISES } from './noise.ts';

/**
 * Draws from the posterior forecast of one duration, in days and in no order: a draw of the parameters, one of the simulated times, and one of the
 * noise each.
 *
 * An owner or a kind that the fit does not know takes its value from the prior. Where the fit counts only what lasted until the entry, so
 * does the forecast.
 */
export function forecastDays(
  fit: LayerFit,
  site: Pick<LayerDatum, 'kind' | 'owner' | 'era' | 'simulated' | 'entry'>,
  { members, streams, name }: { members: number; streams: Streams; name: string },
): Float64Array {
  const { model, mode, kinds, owners } = fit;
  const places = placesOf(fit);
  const { quantile } = NOISES[model.noise];
  const factor = factorOf(fit);
  const parameters = streams.open('calibration', name, 'parameters');
  const noise = streams.open('calibration', name, 'noise');
  const isKnownKind = kinds.includes(site.kind);
  const owner = owners.indexOf(site.owner);
  const count = mode.length;
  return Float64Array.from({ length: members }, (_, member) => {
    const normals = Float64Array.from({ length: count + 3 }, (__, i) => parameters.normal(i, member));
    const drawn = (place: number): number => {
      let value = mode[place]!;
      for (let j = 0; j <= place; j++) value += factor.get(place, j) * normals[j]!;
      return value;
    };
    const prior = ({ mean, sd }: { mean: number; sd: number }, i: number): number =>
      mean + sd * normals[count + i]!;
    const a = isKnownKind ? drawn(places.shift(site.kind)) : prior(model.shift, 0);
    const logSpread = isKnownKind ? drawn(places.logSpread(site.kind)) : prior(model.logSpread, 1);
    const u = owner >= 0 ? drawn(places.owner(owner)) : prior(model.owner, 2);
    const shift = a + u + site.era * drawn(places.era);
    const spread = Math.exp(logSpread);
    if (site.entry === undefined || !model.truncated) {
      // Members take the simulated draws in turn, and the noise in equal strata that go round another way.
      const log = site.simulated[member % site.simulated.length]!;
      return Math.exp(log + shift + spread * quantile(noise.uniform(0, member)));
    }
    return Math.exp(truncatedLog(fit, site, { shift, spread, u: noise.uniform(0, member) }));
  });
}

/** The logarithm of a duration at a level of what is left beyond the entry, by bisection. */
function truncatedLog(
  { model }: LayerFit,
  { simulated, entry }: Pick<LayerDatum, 'simulated' | 'entry'>,
  { shift, spread, u }: { shift: number; spread: number; u: number },
): number {
  const at = (log: number): number => survivalAt(simulated, log, { noise: model.noise, shift, spread });
  const aim = at(entry!) * (1 - u);
  let low = entry!;
  let high = entry! + 1;
  while (at(high) > aim) high += 1;
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (at(middle) > aim) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function factorOf({ covariance }: LayerFit): Matrix {
  return new CholeskyDecomposition(new Matrix(covariance.map((row) => [...row]))).lowerTriangularMatrix;
}
