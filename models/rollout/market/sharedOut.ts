import type { Shared } from '../../../src/experiment/model.ts';
import type { RolloutRun } from '../simulate.ts';
import { lotTotals, unallotted, type LotAllotment } from './market.ts';
import { hasMarket, partyNames, REST_OF_WORLD } from './parties.ts';
import type { TakingReason } from './taking.ts';

const BECAUSE: Readonly<Record<TakingReason, string>> = {
  cap: 'its cap',
  need: 'its need',
  forecast: 'no position forecast',
  staging: 'a full dock',
  lot: 'what others left of the lot',
};

/**
 * Who got the racks of all lots up to a day, and what held each to no more; the racks sum to what was made.
 *
 * Nothing where a scenario has one tenant of one provider, whose own driving path says all.
 */
export function sharedOut({ world, market, programmes, deals }: RolloutRun, until: number): Shared[] {
  const { scenario } = world;
  if (!hasMarket(scenario)) return [];
  const lots = market.allotments.filter(({ day }) => day <= until);
  const names = partyNames(scenario);
  const tenants = programmes.map((programme, index): Shared => {
    const ofDeals = deals.signed.flatMap(({ name, tenant }, place) =>
      tenant === index ? dealText(name, racksFor(lots, place)) : [],
    );
    return {
      who: names[index]!,
      amount: lotTotals({ allotments: lots }, programme).tenant,
      unit: 'rack',
      why: [...new Set([...heldBy(lots, index), ...ofDeals])].join(', '),
    };
  });
  const rest = lots.reduce((sum, lot) => sum + unallotted(lot), 0);
  return [
    ...tenants,
    {
      who: REST_OF_WORLD,
      amount: rest,
      unit: 'rack',
      why: 'other customers, and other tenants of the providers',
    },
  ];
}

/** How often each reason held a tenant, the most frequent first. */
function heldBy(lots: readonly LotAllotment[], programme: number): string[] {
  const counts = new Map<TakingReason, number>();
  for (const { takes } of lots)
    for (const take of takes)
      if (take.programme === programme) counts.set(take.reason, (counts.get(take.reason) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `held by ${BECAUSE[reason]} ${count === 1 ? 'once' : `${count} times`}`);
}

/** Racks that a provider got for a signed deal. */
function racksFor(lots: readonly LotAllotment[], deal: number): number {
  return lots.reduce((sum, { vendor, index }) => {
    const own = vendor.shares.offers.flatMap((offer) => offer.deals).find((each) => each.deal === deal);
    return sum + (own?.racks[index] ?? 0);
  }, 0);
}

function dealText(name: string, racks: number): string[] {
  return racks === 0 ? [] : [`${racks.toLocaleString('en-US')} made for ${name}`];
}
