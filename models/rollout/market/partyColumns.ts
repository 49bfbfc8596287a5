import type { Column, Outcome } from '../../../src/experiment/model.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { RolloutRun } from '../simulate.ts';
import { integralTo } from '../tally/curve.ts';
import { lotTotals, unallotted } from './market.ts';
import { hasMarket, partyNames, REST_OF_WORLD } from './parties.ts';

const MONTH_DAYS = 30.4375;

/** What a market is to each tenant, in one number a replication. */
export const PARTY_MEASURES = [
  ['gpu_months', 'GPU-month', 'GPUs in service, integrated to the horizon'],
  ['gpu_months_waiting', 'GPU-month', 'GPUs at the dock without a position, integrated to the horizon'],
  ['racks', 'rack', 'racks of all lots'],
  ['spend', '$', 'spend up to the horizon'],
] as const;

/** Name of the column of a measure of a tenant. */
export function partyColumn(measure: string, tenant: string): string {
  return `market_${measure}:${tenant}`;
}

/** Name of the column of a fact about a deal. */
export function dealColumn(measure: string, deal: string): string {
  return `deal_${measure}:${deal}`;
}

/** Columns of every tenant and of every deal; none where there is no market. */
export function partyColumns(scenario: RolloutScenario): Column[] {
  if (!hasMarket(scenario)) return [];
  return [
    ...partyNames(scenario).flatMap((tenant) =>
      PARTY_MEASURES.map(([measure, unit, description]): Column => ({
        name: partyColumn(measure, tenant),
        unit,
        kind: 'scalar',
        description: `${description}: ${tenant}`,
        measure,
        key: { tenant },
      })),
    ),
    {
      name: partyColumn('racks', REST_OF_WORLD),
      unit: 'rack',
      kind: 'scalar',
      description: 'racks of all lots that no tenant of the scenario took',
      measure: 'racks',
      key: { tenant: REST_OF_WORLD },
    },
    ...(scenario.deals ?? []).flatMap(({ name: deal }) => [
      dealScalar('signed', 'share', 'whether it is signed by the horizon', deal),
      dealScalar('day', 'day', 'day on which it is signed; infinite for not by the horizon', deal),
      dealScalar('size', 'rack', 'racks that it orders', deal),
      dealScalar('racks', 'rack', "racks that its provider gets for it, whoever's halls take them", deal),
    ]),
  ];
}

function dealScalar(measure: string, unit: string, description: string, deal: string): Column {
  return {
    name: dealColumn(measure, deal),
    unit,
    kind: 'scalar',
    description: `${description}: ${deal}`,
    measure,
    key: { deal },
  };
}

/** Reads the same columns off a finished run. */
export function partyRecord(run: RolloutRun): Outcome {
  const { world, programmes, market } = run;
  const { scenario, horizonDays } = world;
  if (!hasMarket(scenario)) return {};
  const record: Record<string, number> = {};
  partyNames(scenario).forEach((tenant, index) => {
    const programme = programmes[index]!;
    const { tally, product, price } = programme;
    const gpuDays = integralTo(tally.inService, horizonDays) * product.gpusPerRack;
    const measures = {
      gpu_months: gpuDays / MONTH_DAYS,
      gpu_months_waiting: (integralTo(tally.racksWaiting, horizonDays) * product.gpusPerRack) / MONTH_DAYS,
      racks: lotTotals(market, programme).tenant,
      spend: gpuDays * HOURS_A_DAY * price,
    } satisfies Record<(typeof PARTY_MEASURES)[number][0], number>;
    for (const [measure, value] of Object.entries(measures)) record[partyColumn(measure, tenant)] = value;
  });
  record[partyColumn('racks', REST_OF_WORLD)] = market.allotments.reduce(
    (sum, lot) => sum + unallotted(lot),
    0,
  );
  return { ...record, ...dealRecord(run) };
}

const HOURS_A_DAY = 24;

function dealRecord({ world, market, deals }: RolloutRun): Outcome {
  const [vendor] = market.vendors;
  const offered = vendor!.shares.offers.flatMap((offer) => offer.deals);
  const finished = market.allotments.flatMap(({ vendor: of, index }) => (of === vendor ? [index] : []));
  return Object.fromEntries(
    (world.scenario.deals ?? []).flatMap(({ name }, index) => {
      const own = deals.signed.flatMap((deal, place) => (deal.index === index ? [{ deal, place }] : []));
      const racks = offered
        .filter(({ deal }) => own.some(({ place }) => place === deal))
        .reduce((sum, { racks: ofLots }) => sum + finished.reduce((all, lot) => all + ofLots[lot]!, 0), 0);
      const day = own.length === 0 ? Number.POSITIVE_INFINITY : own[0]!.deal.signedDay;
      return [
        [dealColumn('signed', name), own.length === 0 ? 0 : 1],
        [dealColumn('day', name), day],
        [dealColumn('size', name), own.reduce((sum, { deal }) => sum + deal.racks, 0)],
        [dealColumn('racks', name), racks],
      ];
    }),
  );
}
