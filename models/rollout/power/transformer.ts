import type { Stream } from '../../../src/random/index.ts';
import type { DedicatedSite } from '../scenario.ts';
import { stageDays } from '../stages.ts';
import type { World } from '../world.ts';

/** Days of one unit from order to delivery: as quoted, lost to a failed test or damage, and late beyond that. */
export interface TransformerDays {
  readonly leadTime: number;
  readonly failure: number;
  readonly late: number;
}

/**
 * Draws the delivery of one unit under a regime: its lead time, and what a failure or a late delivery adds.
 *
 * An order known one by one carries its own duration and dates, and nothing on top of them. The lead time belongs to
 * the order of that site and unit, and moves with all orders of its class of vendors.
 */
export function transformerDays(
  world: World,
  site: DedicatedSite,
  index: number,
  regimeName: DedicatedSite['power']['regime'] = site.power.regime,
): TransformerDays {
  const { transformer } = world.scenario.construction;
  const regime = transformer.regimes[regimeName];
  const driver = {
    normal: world.drivers.vendor('transformer'),
    correlation: world.drivers.correlations.vendorClass,
  };
  const order = site.power.orders?.[index];
  const draws = world.streams.open('transformer', site.name, 'lead time');
  const leadTime = stageDays(world, order ?? { duration: regime.leadTime }, { draws, serial: index, driver });
  if (order !== undefined) return { leadTime, failure: 0, late: 0 };
  const ofSite = (quantity: string): Stream => world.streams.open('transformer', site.name, quantity);
  // Unknown but one value a replication: the vendors' habit, not the luck of one delivery.
  const probability = world.streams
    .open('transformer', 'all vendors', 'late probability')
    .draw(regime.lateProbability, 0);
  const late = ofSite('is late').chance(probability, index)
    ? Math.max(0, ofSite('late delivery').draw(transformer.late, index))
    : 0;
  const { tempo } = world.practice;
  return { leadTime, failure: tempo * failureDays(world, site, index, regime), late: tempo * late };
}

function failureDays(
  { streams, scenario }: World,
  site: DedicatedSite,
  index: number,
  { failureProbability }: RegimePlan,
): number {
  const { failure } = scenario.construction.transformer;
  if (failureProbability === undefined || failure === undefined) return 0;
  const probability = streams
    .open('transformer', 'all vendors', 'failure probability')
    .draw(failureProbability, 0);
  const ofSite = (quantity: string): Stream => streams.open('transformer', site.name, quantity);
  if (!ofSite('fails').chance(probability, index)) return 0;
  return Math.max(0, ofSite('failure').draw(failure, index));
}

type RegimePlan = World['scenario']['construction']['transformer']['regimes']['open'];
