import type { Warning } from '../../../src/scenario/index.ts';
import { dayNumber } from '../calendars.ts';
import type { DealScenario } from '../market/dealSchema.ts';
import { dealGpus } from '../market/deals.ts';
import { placeOf, providerTerms } from '../market/terms.ts';
import type { Path } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import { mostRacksByHorizon } from './mostRacksByHorizon.ts';

// The low end of a range: nine draws of ten are larger.
const LOW = 0.1;

/**
 * Warns of deals whose orders by the horizon the halls of their provider cannot hold even where most is ready and a GPU
 * draws least: each by itself, and those that are signed for sure together.
 */
export function warnOfDealsWithoutRoom(scenario: RolloutScenario): Warning[] {
  const { deals = [], product } = scenario;
  const owners = providerTerms(scenario).map(({ name }) => name);
  const places = deals.map(({ provider }) => placeOf(owners, provider));
  return owners.flatMap((_, provider) => {
    // Of whom a deal that is diverted is bought is another question, and one taken out is bought of nobody.
    const own = deals.flatMap((deal, index) =>
      places[index] === provider && deal.removed === undefined ? [{ deal, index }] : [],
    );
    if (own.length === 0) return [];
    const room = mostRacksByHorizon(scenario, provider) * product.gpusPerRack;
    let ordered = 0;
    let isSaid = false;
    return own.flatMap(({ deal, index }): Warning[] => {
      const gpus = Math.ceil(dealGpus(scenario, deal, LOW) * partByHorizon(scenario, deal));
      const isAlone = gpus > room;
      if (!isAlone && deal.arrives === undefined) ordered += gpus;
      const isTogether = !isSaid && ordered > room;
      if (!isAlone && !isTogether) return [];
      isSaid ||= isTogether;
      const halls = `the halls of ${owners[provider]!} hold at most ${count(room)} by then: some have no place`;
      const what = isAlone
        ? `${atLeast(deal)}${count(gpus)} GPUs of this deal are`
        : `with those of the deals before it at ${owners[provider]!} at least ${count(ordered)} GPUs are`;
      return [
        {
          path: ['deals', index, sizeKey(deal)],
          because: causes(scenario, { provider, index }),
          message: `${what} ordered by ${scenario.horizon}${whenSoon(deal)}, and ${halls}`,
        },
      ];
    });
  });
}

/** Part of the orders of a deal that come in by the horizon; of one that may come, if it does so on its first day. */
function partByHorizon(
  { start, horizon }: RolloutScenario,
  { signed, arrives, orders }: DealScenario,
): number {
  const first = dayNumber(start, signed ?? arrives!.from) + (orders.after ?? 0);
  const days = dayNumber(start, horizon) - first;
  if (days <= 0) return 0;
  return orders.over > days ? days / orders.over : 1;
}

function sizeKey({ gpus, power }: DealScenario): string {
  if (gpus !== undefined) return 'gpus';
  return power === undefined ? 'value' : 'power';
}

function atLeast({ gpus }: DealScenario): string {
  return gpus?.kind === 'constant' ? '' : 'at least ';
}

function whenSoon({ arrives }: DealScenario): string {
  return arrives === undefined ? '' : ` if it is signed on ${arrives.from}`;
}

function causes(
  { sites }: RolloutScenario,
  { provider, index }: { provider: number; index: number },
): Path[] {
  const owner: Path = provider === 0 ? ['provider'] : ['providers', provider - 1];
  return [
    ...['provider', 'effectiveTerm', 'signed', 'arrives', 'orders'].map((key) => ['deals', index, key]),
    ...['from', 'initial', 'added', 'growth', 'every'].map((key) => [...owner, 'flow', key]),
    ...sites.flatMap((_, site) =>
      ['start', 'from', 'halls', 'ceiling', 'initial', 'monthly', 'gpus', 'power', 'cooling'].map((key) => [
        'sites',
        site,
        key,
      ]),
    ),
    ...['facilityPower', 'gpusPerRack'].map((key) => ['product', key]),
    ['contract', 'price'],
    ['deployment', 'podRacks'],
    ['horizon'],
  ];
}

function count(gpus: number): string {
  return gpus.toLocaleString('en-US');
}
