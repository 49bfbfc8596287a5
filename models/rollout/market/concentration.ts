import { series, type RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';
import { fleetOf } from './fleets.ts';
import { partyNames, providersOfTenants } from './parties.ts';

/**
 * Herfindahl–Hirschman index of a fleet: the sum of its squared shares by provider, from 1/n to 1.
 *
 * @returns NaN while nothing is in service
 * @example herfindahl([20, 24]) // 0.504
 */
export function herfindahl(fleets: readonly number[]): number {
  const total = fleets.reduce((sum, gpus) => sum + gpus, 0);
  return total > 0 ? fleets.reduce((sum, gpus) => sum + (gpus / total) ** 2, 0) : Number.NaN;
}

/** Concentration of each tenant's fleet; none where no tenant has several providers. */
export function concentrationOutputs(scenario: RolloutScenario, table: string): RolloutOutput[] {
  return spreadTenants(scenario).map(({ tenant, index, providers }) =>
    series(
      {
        name: `${table}.hhi:${tenant}`,
        unit: 'fraction',
        description: 'sum of the squared shares of its providers in its GPUs in service',
        table,
        measure: 'hhi',
        key: { tenant },
        mayBeMissing: true,
      },
      ({ floor, grid }) => {
        const fleets = providers.map((provider) => fleetOf(floor, grid, { programme: index, provider }));
        return Float64Array.from(grid.days, (_, day) => herfindahl(fleets.map((gpus) => gpus[day]!)));
      },
    ),
  );
}

/** All tenants where any has several providers, so that each row of a table has its number. */
function spreadTenants(
  scenario: RolloutScenario,
): { tenant: string; index: number; providers: readonly number[] }[] {
  const providers = providersOfTenants(scenario);
  if (providers.every(({ length }) => length === 1)) return [];
  return partyNames(scenario).map((tenant, index) => ({ tenant, index, providers: providers[index]! }));
}
