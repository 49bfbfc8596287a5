import { DAY_HOURS } from '../../../src/kernel/lengths.ts';
import { scalar, series, type RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';
import { integrals, levels, levelsIn } from '../tally/curve.ts';
import type { Grid } from '../tally/grid.ts';
import type { LotTotals } from './market.ts';
import type { Programme } from './programme.ts';
import { concentrationOutputs } from './concentration.ts';
import { hasMarket, partyNames } from './parties.ts';

const TABLE = 'tenants';

/** Series of every tenant by date, where a scenario has several. */
const SERIES: readonly {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  readonly read: (programme: Programme, grid: Grid) => Float64Array;
}[] = [
  {
    name: 'gpus',
    unit: 'gpu',
    description: 'GPUs in service: accepted for the first time',
    read: ({ tally, product }) => levelsIn(tally.inService, { times: product.gpusPerRack }),
  },
  {
    name: 'docked_gpus',
    unit: 'gpu',
    description: 'GPUs at the dock or beyond it',
    read: ({ tally, product }) => levelsIn(tally.docked, { times: product.gpusPerRack }),
  },
  {
    name: 'racks_waiting',
    unit: 'rack',
    description: 'racks at the dock without a position',
    read: ({ tally }) => levels(tally.racksWaiting),
  },
  {
    name: 'spend',
    unit: '$',
    description: 'spend up to the date',
    read: ({ tally, product, price }, grid) =>
      integrals(tally.inService, grid).map((days) => days * product.gpusPerRack * price * DAY_HOURS),
  },
];

/** Numbers of every further tenant. */
const SCALARS: readonly {
  readonly name: string;
  readonly unit: string;
  readonly description: string;
  readonly read: (programme: Programme, lots: LotTotals) => number;
}[] = [
  {
    name: 'contract_gpus',
    unit: 'gpu',
    description: 'GPUs the contract buys, rounded up to whole racks',
    read: ({ need }) => need.gpus,
  },
  {
    name: 'gpus_at_horizon',
    unit: 'gpu',
    description: 'GPUs in service at the horizon',
    read: ({ need }) => need.acceptedGpus,
  },
  {
    name: 'tenant_racks',
    unit: 'rack',
    description: "the tenant's racks, diverted ones included",
    read: (_, lots) => lots.tenant,
  },
];

/** Outputs by tenant; none where a scenario has one tenant. */
export function tenantOutputs(scenario: RolloutScenario): RolloutOutput[] {
  // The first bears a name only in a market.
  const names = hasMarket(scenario) ? partyNames(scenario) : [];
  return [
    ...names.slice(1).flatMap((tenant, further) =>
      SCALARS.map(({ name, unit, description, read }) =>
        scalar(
          {
            name: `${name}:${tenant}`,
            unit,
            description: `${description}: ${tenant}`,
            key: { tenant },
          },
          ({ programmes, lots }) => read(programmes[further + 1]!, lots[further + 1]!),
        ),
      ),
    ),
    ...names.flatMap((tenant, index) =>
      SERIES.map(({ name, unit, description, read }) =>
        series(
          {
            table: TABLE,
            name: `${TABLE}.${name}:${tenant}`,
            unit,
            measure: name,
            key: { tenant },
            description,
          },
          ({ programmes, grid }) => read(programmes[index]!, grid),
        ),
      ),
    ),
    ...concentrationOutputs(scenario, TABLE),
  ];
}
