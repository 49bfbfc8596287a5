import { quantile, uniform, type Distribution } from '../../../src/random/index.ts';
import { inputOf } from '../market/inputNames.ts';
import type { Stock } from '../procurement/secured.ts';
import type { DedicatedSite, RolloutScenario, Site } from '../scenario.ts';
import type { World } from '../world.ts';

/** The world as a dedicated site sees it: with its provider's tempo, orders ahead and stock. */
export function worldOfSite(world: World, site: DedicatedSite, { provider, stock, tempo }: SiteOwner): World {
  const practice = {
    tempo,
    orderAheadDays: orderAheadDays(world, site, provider),
    stock,
  };
  return { ...world, practice };
}

interface SiteOwner {
  /** Key of its provider, as its inputs are named. */
  readonly provider: string;
  readonly stock: Stock;
  readonly tempo: number;
}

type ProviderTempo = RolloutScenario['provider']['tempo'];

const LEVEL = uniform(0, 1);

/**
 * What each site takes relative to its usual durations: e^(shift + τ·ε), with the shift and the spread τ one value a
 * replication and ε a logistic draw of its campus. 1 where its provider states no tempo, and where nothing is built.
 */
export function openTempos({
  inputs,
  streams,
}: Pick<World, 'inputs' | 'streams'>): (site: Site, provider: string) => number {
  const ofCampus = new Map<string, number>();
  return (site, provider) => {
    const shift = inputOf(inputs, provider, 'tempoShift');
    if (shift === undefined || site.kind !== 'dedicated') return 1;
    const { campus = site.name } = site;
    // One draw a campus, whichever of its sites asks first.
    const level = ofCampus.get(campus) ?? streams.open('building', campus, 'tempo').draw(LEVEL, 0);
    ofCampus.set(campus, level);
    return factor(shift, inputOf(inputs, provider, 'tempoLogSpread')!, level);
  };
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
