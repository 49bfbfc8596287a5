import { series, type RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';
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

/** Every tenant at every provider by date: its fleet, and what it was allotted of all lots. */
export function providerOutputs(scenario: RolloutScenario): RolloutOutput[] {
  return rowsOf(scenario).flatMap(({ provider, tenant, places }) => {
    const said = (measure: string, unit: string, description: string) => ({
      name: `${TABLE}.${measure}:${tenant}@${provider}`,
      unit,
      description,
      table: TABLE,
      measure,
      key: { provider, tenant },
    });
    return [
      ...(places.programme < 0
        ? []
        : [
            series(
              said('gpus', 'gpu', 'GPUs in service there: accepted for the first time'),
              ({ floor, grid }) => fleetOf(floor, grid, places),
            ),
          ]),
      series(
        said('allotted', 'rack', 'racks of all lots so far; the rows of a date sum to what was made'),
        ({ grid, market }) =>
          totalsBy(
            grid,
            market.allotments.map((lot) => ({ day: lot.day, amount: racksOf(lot, places) })),
          ),
      ),
    ];
  });
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
