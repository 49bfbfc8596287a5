import type { Column, Outcome } from '../../../src/experiment/model.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { RolloutRun } from '../simulate.ts';
import { fleetOf, totalsBy } from './fleets.ts';
import type { LotAllotment } from './market.ts';
import { unallotted } from './market.ts';
import { hasMarket, partyNames, providersOfTenants, REST_OF_WORLD } from './parties.ts';
import { providerTerms } from './terms.ts';

const TABLE = 'providers';

interface Row {
  readonly provider: string;
  readonly tenant: string;
  /** Places in the scenario, −1 for the rest of the world. */
  readonly places: { readonly provider: number; readonly programme: number };
}

/**
 * Rows of the table: each tenant at each provider that may serve it, then what the provider's other tenants and the
 * vendors' other customers get.
 */
function rowsOf(scenario: RolloutScenario): Row[] {
  if (!hasMarket(scenario)) return [];
  const tenants = partyNames(scenario);
  const served = providersOfTenants(scenario);
  const rows = providerTerms(scenario).flatMap(({ name: provider }, place): Row[] => [
    ...tenants.flatMap((tenant, programme): Row[] =>
      served[programme]!.includes(place)
        ? [{ provider, tenant, places: { provider: place, programme } }]
        : [],
    ),
    { provider, tenant: REST_OF_WORLD, places: { provider: place, programme: -1 } },
  ]);
  return [
    ...rows,
    { provider: REST_OF_WORLD, tenant: REST_OF_WORLD, places: { provider: -1, programme: -1 } },
  ];
}

/** Columns of every tenant at every provider by date: its fleet, and what it was allotted of all lots. */
export function providerColumns(scenario: RolloutScenario): Column[] {
  return rowsOf(scenario).flatMap(({ provider, tenant, places }) => {
    const column = (measure: string, unit: string, description: string): Column => ({
      name: columnName(measure, { provider, tenant }),
      unit,
      kind: 'series',
      description,
      table: TABLE,
      measure,
      key: { provider, tenant },
    });
    return [
      ...(places.programme < 0
        ? []
        : [column('gpus', 'gpu', 'GPUs in service there: accepted for the first time')]),
      column('allotted', 'rack', 'racks of all lots so far; the rows of a date sum to what was made'),
    ];
  });
}

/** Reads the same columns off a finished run. */
export function providerRecord({ world, floor, market }: RolloutRun): Outcome {
  const { grid } = world.tables;
  const record: Record<string, Outcome[string]> = {};
  for (const { provider, tenant, places } of rowsOf(world.scenario)) {
    const key = { provider, tenant };
    if (places.programme >= 0) record[columnName('gpus', key)] = fleetOf(floor, grid, places);
    record[columnName('allotted', key)] = totalsBy(
      grid,
      market.allotments.map((lot) => ({ day: lot.day, amount: racksOf(lot, places) })),
    );
  }
  return record;
}

/** Racks of a lot that a tenant has of a provider, or that nobody of the scenario has. */
function racksOf(lot: LotAllotment, { provider, programme }: Row['places']): number {
  if (programme >= 0)
    return lot.takes.reduce(
      (sum, take) => sum + (take.provider === provider && take.programme === programme ? take.taken : 0),
      0,
    );
  const left = (of: number): number => leftAt(lot, of);
  if (provider >= 0) return left(provider);
  return lot.vendor.shares.offers.reduce((rest, offer) => rest - left(offer.provider), unallotted(lot));
}

/** Racks of a lot that a provider has for tenants whom the scenario does not name. */
function leftAt({ vendor, index, takes }: LotAllotment, provider: number): number {
  const offer = vendor.shares.offers.find((each) => each.provider === provider);
  const provided = offer?.racks[index] ?? 0;
  return takes.reduce((left, take) => left - (take.provider === provider ? take.taken : 0), provided);
}

function columnName(measure: string, { provider, tenant }: { provider: string; tenant: string }): string {
  return `${TABLE}.${measure}:${tenant}@${provider}`;
}
