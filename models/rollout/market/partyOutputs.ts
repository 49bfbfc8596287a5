import { DAY_HOURS, MONTH_DAYS } from '../../../src/kernel/lengths.ts';
import type { Column } from '../../../src/record/index.ts';
import type { FinishedRun } from '../finishedRun.ts';
import { scalar, type RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';
import { integralTo } from '../tally/curve.ts';
import type { Deal } from './deals.ts';
import { unallotted } from './market.ts';
import { hasMarket, partyNames, REST_OF_WORLD } from './parties.ts';
import type { Programme } from './programme.ts';

/** What a market is to each tenant, in one number a replication. */
export const PARTY_MEASURES: readonly (readonly [
  measure: string,
  title: string,
  unit: string,
  description: string,
  read: (run: FinishedRun, programme: Programme) => number,
])[] = [
  [
    'gpu_months',
    'GPU-months in service',
    'GPU-month',
    'GPUs in service, integrated to the horizon',
    (run, programme) => gpuDaysOf(run, programme) / MONTH_DAYS,
  ],
  [
    'gpu_months_waiting',
    'GPU-months at the dock',
    'GPU-month',
    'GPUs at the dock without a position, integrated to the horizon',
    ({ world }, { tally, product }) =>
      (integralTo(tally.racksWaiting, world.horizonDays) * product.gpusPerRack) / MONTH_DAYS,
  ],
  ['racks', 'racks', 'rack', 'racks of all lots', ({ lots }, { index }) => lots[index]!.tenant],
  [
    'spend',
    'spend',
    '$',
    'spend up to the horizon',
    (run, programme) => gpuDaysOf(run, programme) * DAY_HOURS * programme.price,
  ],
];

function gpuDaysOf({ world }: FinishedRun, { tally, product }: Programme): number {
  return integralTo(tally.inService, world.horizonDays) * product.gpusPerRack;
}

/** Name of the output of a measure of a tenant. */
export function partyColumn(measure: string, tenant: string): string {
  return `market_${measure}:${tenant}`;
}

/** Name of the output of a fact about a deal. */
export function dealColumn(measure: string, deal: string): string {
  return `deal_${measure}:${deal}`;
}

/** Outputs of every tenant and of every deal; none where there is no market. */
export function partyOutputs(scenario: RolloutScenario): RolloutOutput[] {
  if (!hasMarket(scenario)) return [];
  return [
    ...partyNames(scenario).flatMap((tenant, index) =>
      PARTY_MEASURES.map(([measure, , unit, description, read]) =>
        scalar(
          {
            name: partyColumn(measure, tenant),
            unit,
            description: `${description}: ${tenant}`,
            measure,
            key: { tenant },
          },
          (run) => read(run, run.programmes[index]!),
        ),
      ),
    ),
    scalar(
      {
        name: partyColumn('racks', REST_OF_WORLD),
        unit: 'rack',
        description: 'racks of all lots that no tenant of the scenario took',
        measure: 'racks',
        key: { tenant: REST_OF_WORLD },
      },
      ({ market }) => market.allotments.reduce((sum, lot) => sum + unallotted(lot), 0),
    ),
    ...(scenario.deals ?? []).flatMap(({ name }, index) => dealOutputs(name, index)),
  ];
}

function dealOutputs(deal: string, index: number): RolloutOutput[] {
  const fact = (
    measure: string,
    unit: string,
    description: string,
    read: (run: FinishedRun, signed: readonly SignedDeal[]) => number,
    more: Pick<Column, 'infiniteWhen'> = {},
  ): RolloutOutput =>
    scalar(
      {
        name: dealColumn(measure, deal),
        unit,
        description: `${description}: ${deal}`,
        measure,
        key: { deal },
        ...more,
      },
      (run) => read(run, signedOf(run, index)),
    );
  return [
    fact('signed', 'share', 'whether it is signed by the horizon', (_, signed) =>
      signed.length === 0 ? 0 : 1,
    ),
    fact(
      'day',
      'day',
      'day on which it is signed',
      (_, [first]) => first?.deal.signedDay ?? Number.POSITIVE_INFINITY,
      { infiniteWhen: 'not by the horizon' },
    ),
    fact('size', 'rack', 'racks that it orders', (_, signed) =>
      signed.reduce((sum, { deal: { racks } }) => sum + racks, 0),
    ),
    fact('racks', 'rack', "racks that its provider gets for it, whoever's halls take them", racksFor),
  ];
}

/** A deal with its place among those that are signed. */
interface SignedDeal {
  readonly deal: Deal;
  readonly place: number;
}

function signedOf({ deals }: FinishedRun, index: number): SignedDeal[] {
  return deals.signed.flatMap((deal, place) => (deal.index === index ? [{ deal, place }] : []));
}

function racksFor({ market }: FinishedRun, signed: readonly SignedDeal[]): number {
  const [vendor] = market.vendors;
  const finished = market.allotments.flatMap(({ vendor: of, index }) => (of === vendor ? [index] : []));
  return vendor!.shares.offers
    .flatMap((offer) => offer.deals)
    .filter(({ deal }) => signed.some(({ place }) => place === deal))
    .reduce((sum, { racks }) => sum + finished.reduce((all, lot) => all + racks[lot]!, 0), 0);
}
