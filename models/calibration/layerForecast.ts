import { normalQuantile, type Streams } from '../../src/random/index.ts';
import type { LayerDatum, LayerFit } from './layer.ts';
import { NOISES } from './noise.ts';
import { siteLaw } from './siteLaw.ts';

type ForecastSite = Pick<LayerDatum, 'kind' | 'owner' | 'era' | 'simulated' | 'entry'>;

/**
 * Members of the posterior forecast of one duration, in days: the simulated times in turn, each with a draw of shift
 * and spread from the posterior, and one of the noise.
 *
 * The three draws of a member are a point of an evenly spread sequence (a Kronecker sequence, moved by one draw a
 * site), so that a thousand members do the work of many more. An owner or a kind that the fit does not know takes its
 * value from the prior. Where the model counts only what lasted until the entry, so does the forecast.
 */
export function forecastDays(
  fit: LayerFit,
  site: ForecastSite,
  { members, streams, name }: { members: number; streams: Streams; name: string },
): Float64Array {
  const { model } = fit;
  const { quantile } = NOISES[model.noise];
  const law = siteLaw(fit, site);
  const draws = streams.open('calibration', name, 'start of the sequence');
  const begins = STRIDES.map((_, axis) => draws.uniform(axis, 0));
  const memberAt = (member: number): number => {
    const [first, second, third] = begins.map((begin, axis) =>
      inside((begin + (member + 1) * STRIDES[axis]!) % 1),
    ) as [number, number, number];
    const z = normalQuantile(first);
    const logSpread = law.logSpread + law.slope * z + law.restSd * normalQuantile(second);
    const draw = site.simulated[member % site.simulated.length]!;
    return Math.exp(draw + law.shift + law.shiftSd * z + Math.exp(logSpread) * quantile(third));
  };
  if (site.entry === undefined || !model.truncated)
    return Float64Array.from({ length: members }, (_, i) => memberAt(i));
  return later(Math.exp(site.entry), members, memberAt);
}

// So many tries a member for what lasted until the entry.
const MOST_TRIES = 200;

/**
 * The first members that last at least until the entry; where too few do, they are taken again, and where none does
 * the entry itself.
 */
function later(entry: number, members: number, memberAt: (member: number) => number): Float64Array {
  const kept: number[] = [];
  for (let i = 0; i < MOST_TRIES * members && kept.length < members; i++) {
    const days = memberAt(i);
    if (days >= entry) kept.push(days);
  }
  return Float64Array.from({ length: members }, (_, i) => kept[i % kept.length] ?? entry);
}

// Powers of 1/x with x⁴ = x + 1: the evenest of these sequences in three dimensions that is known.
const ROOT = 1.2207440846057596;
const STRIDES = [1 / ROOT, 1 / ROOT ** 2, 1 / ROOT ** 3];

const EDGE = 1e-9;

function inside(u: number): number {
  return Math.min(1 - EDGE, Math.max(EDGE, u));
}
