import { normalQuantile, type Streams } from '../../src/random/index.ts';
import { HALL_MEGAWATTS, type Calibration, type SimulatedSite } from './calibration.ts';
import { ownerKey, type LayerFit } from './layer.ts';
import { forecastDays } from './layerForecast.ts';
import type { LognormalFit } from './lognormalFit.ts';
import { firstBlockDatum } from './siteDatum.ts';

/** Members of the forecasts of one site, made on its first day. */
export interface SiteForecast {
  /** Days from the start to the first block. */
  readonly firstBlock: Float64Array;
  /**
   * Days from the start to the k-th step, from the second on, and MW in operation after the k-th, from the first on.
   */
  readonly stepDays: readonly Float64Array[];
  readonly stepMegawatts: readonly Float64Array[];
}

export const MEMBERS = 4000;

/** Forecasts a site and `steps` of its steps from a calibration: nothing of the site's own course goes in. */
export function forecastSite(
  { unstated, stated, gap, megawatts }: Calibration,
  { site, simulated, simulatedAsGreenfield }: SimulatedSite,
  { steps, streams, members = MEMBERS }: { steps: number; streams: Streams; members?: number },
): SiteForecast {
  const isStated = site.isKindStated && stated !== undefined;
  const first = isStated
    ? firstBlockDatum(site, simulated)
    : firstBlockDatum({ ...site, kind: 'greenfield' }, simulatedAsGreenfield);
  const firstBlock = forecastDays(isStated ? stated : unstated, first, {
    members,
    streams,
    name: `${site.name} first block`,
  });
  const part = (fit: LayerFit, what: string, values: Float64Array) => (k: number) =>
    forecastDays(
      fit,
      { kind: 'greenfield', owner: ownerKey(site.owner), era: 0, simulated: values },
      { members, streams, name: `${site.name} ${what} ${k}` },
    );
  const gaps = gap && part(gap, 'gap', simulatedAsGreenfield.gaps.map(Math.log));
  const powers = megawatts && part(megawatts, 'power', Float64Array.of(Math.log(HALL_MEGAWATTS)));
  return {
    firstBlock,
    stepDays: gaps === undefined ? [] : sums(firstBlock, steps - 1, gaps),
    stepMegawatts: powers === undefined ? [] : sums(new Float64Array(members), steps, powers),
  };
}

/** The same from the lognormals alone, by equal strata of each. */
export function forecastNaively(
  { naive }: Calibration,
  {
    name,
    steps,
    streams,
    members = MEMBERS,
  }: { name: string; steps: number; streams: Streams; members?: number },
): SiteForecast {
  const firstBlock = Float64Array.from({ length: members }, (_, i) =>
    lognormalAt(naive.firstBlock, (i + 0.5) / members),
  );
  const part = (fit: LognormalFit, what: string) => (k: number) => {
    const draws = streams.open('calibration', `${name} naive ${what} ${k}`, 'lognormal');
    return Float64Array.from({ length: members }, (_, i) => lognormalAt(fit, draws.uniform(0, i)));
  };
  return {
    firstBlock,
    stepDays: naive.gap === undefined ? [] : sums(firstBlock, steps - 1, part(naive.gap, 'gap')),
    stepMegawatts:
      naive.megawatts === undefined
        ? []
        : sums(new Float64Array(members), steps, part(naive.megawatts, 'power')),
  };
}

function lognormalAt({ median, sigma }: LognormalFit, p: number): number {
  return median * Math.exp(sigma * normalQuantile(p));
}

/** Running sums, member by member: from a start, so many further parts. */
function sums(start: Float64Array, count: number, part: (k: number) => Float64Array): Float64Array[] {
  const all: Float64Array[] = [];
  let sum = start;
  for (let k = 0; k < count; k++) {
    const more = part(k);
    const before = sum;
    sum = before.map((value, i) => value + more[i]!);
    all.push(sum);
  }
  return all;
}
