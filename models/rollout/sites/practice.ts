import { quantile, uniform, type Distribution } from '../../../src/random/index.ts';
import { inputOf } from '../market/inputNames.ts';
import type { Stock } from '../procurement/secured.ts';
import type { DedicatedSite, RolloutScenario } from '../scenario.ts';
import type { World } from '../world.ts';

/** The world as a dedicated site sees it: with its provider's tempo, orders ahead and stock. */
export function worldOfSite(world: World, site: DedicatedSite, { provider, stock }: SiteOwner): World {
  const practice = {
    tempo: tempoOf(world, site, provider),
    orderAheadDays: orderAheadDays(world, site, provider),
    stock,
  };
  return { ...world, practice };
}

interface SiteOwner {
  /** Key of its provider, as its inputs are named. */
  readonly provider: string;
  readonly stock: Stock;
}

type ProviderTempo = RolloutScenario['provider']['tempo'];

const LEVEL = uniform(0, 1);

/**
 * What a site takes relative to its usual durations: e^(shift + τ·ε), with the shift and the spread τ one value a replication and ε a
 * logistic draw of its campus. 1 where its provider states no tempo.
 */
export function tempoOf(
  { inputs, streams }: Pick<World, 'inputs' | 'streams'>,
  { name, campus = name }: Pick<DedicatedSite, 'name' | 'campus'>,
  provider: string,
): number {
  const shift = inputOf(inputs, provider, 'tempoShift');
  if (shift === undefined) return 1;
  const level = streams.open('building', campus, 'tempo').draw(LEVEL, 0);
  return factor(shift, inputOf(inputs, provider, 'tempoLogSpread')!, level);
}

/** The tempo of a campus at a place in its range, from 0 to 1, shift and spread at that place of theirs. */
export function tempoAt({ shift, logSpread }: NonNullable<ProviderTempo>, level: number): number {
  return factor(quantile(shift, level), quantile(logSpread, MIDDLE), level);
}

const MIDDLE = 0.5;

function factor(shift: number, logSpread: number, level: number): number {
  return Math.exp(shift + Math.exp(logSpread) * Math.log(level / (1 - level)));
}

function orderAheadDays({ inputs, streams }: World, { name, orderAhead }: DedicatedSite, provider: string) {
  const own: Distribution | undefined = orderAhead;
  if (own !== undefined) return Math.max(0, streams.open('building', name, 'order ahead').draw(own, 0));
  return Math.max(0, inputOf(inputs, provider, 'orderAhead') ?? 0);
}
