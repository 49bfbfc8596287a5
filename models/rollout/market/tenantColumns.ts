import type { Column, Outcome } from '../../../src/experiment/model.ts';
import type { Floor } from '../deployment/floor.ts';
import type { RolloutScenario } from '../scenario.ts';
import { integrals, levels } from '../tally/curve.ts';
import type { Grid } from '../tally/grid.ts';
import { lotTotals, type Market } from './market.ts';
import type { Programme } from './programme.ts';
import { concentrationColumns, concentrationRecord } from './concentration.ts';
import { hasMarket, partyNames } from './parties.ts';

const HOURS_A_DAY = 24;
const TABLE = 'tenants';

/** Series of every tenant by date, where a scenario has several. */
const SERIES = [
  ['gpus', 'gpu', 'GPUs in service: accepted for the first time'],
  ['docked_gpus', 'gpu', 'GPUs at the dock or beyond it'],
  ['racks_waiting', 'rack', 'racks at the dock without a position'],
  ['spend', '$', 'spend up to the date'],
] as const;

/** Numbers of every further tenant. */
const SCALARS = [
  ['contract_gpus', 'gpu', 'GPUs the contract buys, rounded up to whole racks'],
  ['gpus_at_horizon', 'gpu', 'GPUs in service at the horizon'],
  ['tenant_racks', 'rack', "the tenant's racks, diverted ones included"],
] as const;

/** Names of the tenants as the table has them; the first bears a name only in a market. */
function tenantNames(scenario: RolloutScenario): string[] {
  return hasMarket(scenario) ? partyNames(scenario) : [];
}

/** Columns by tenant; none where a scenario has one tenant. */
export function tenantColumns(scenario: RolloutScenario): Column[] {
  const names = tenantNames(scenario);
  return [
    ...names.slice(1).flatMap((tenant) =>
      SCALARS.map(([name, unit, description]): Column => ({
        name: columnName(tenant, name),
        unit,
        kind: 'scalar',
        description: `${description}: ${tenant}`,
        key: { tenant },
      })),
    ),
    ...names.flatMap((tenant) =>
      SERIES.map(([name, unit, description]): Column => ({
        name: `${TABLE}.${columnName(tenant, name)}`,
        unit,
        kind: 'series',
        description,
        table: TABLE,
        measure: name,
        key: { tenant },
      })),
    ),
    ...concentrationColumns(scenario, TABLE),
  ];
}

/** Reads the same columns off a finished run. */
export function tenantRecord(
  scenario: RolloutScenario,
  {
    programmes,
    market,
    floor,
    grid,
  }: { programmes: readonly Programme[]; market: Market; floor: Floor; grid: Grid },
): Outcome {
  const record: Record<string, Outcome[string]> = {
    ...concentrationRecord(scenario, { floor, grid, table: TABLE }),
  };
  tenantNames(scenario).forEach((tenant, index) => {
    const { need, product, price, tally } = programmes[index]!;
    const { gpusPerRack } = product;
    const gpusOf = (slots: Float64Array): Float64Array => slots.map((each) => each * gpusPerRack);
    const series = {
      gpus: gpusOf(levels(tally.inService)),
      docked_gpus: gpusOf(levels(tally.docked)),
      racks_waiting: levels(tally.racksWaiting),
      spend: gpusOf(integrals(tally.inService, grid)).map((gpuDays) => gpuDays * price * HOURS_A_DAY),
    } satisfies Record<(typeof SERIES)[number][0], Float64Array>;
    for (const [name, values] of Object.entries(series))
      record[`${TABLE}.${columnName(tenant, name)}`] = values;
    if (index === 0) return;
    const scalars = {
      contract_gpus: need.gpus,
      gpus_at_horizon: need.acceptedGpus,
      tenant_racks: lotTotals(market, programmes[index]!).tenant,
    } satisfies Record<(typeof SCALARS)[number][0], number>;
    for (const [name, value] of Object.entries(scalars)) record[columnName(tenant, name)] = value;
  });
  return record;
}

function columnName(tenant: string, name: string): string {
  return `${name}:${tenant}`;
}
