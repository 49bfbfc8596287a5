import type { Column, Outcome } from '../../../src/experiment/model.ts';
import type { RolloutScenario } from '../scenario.ts';
import { integrals } from '../tally/curve.ts';
import type { World } from '../world.ts';
import { capitalOf, type Account, type Capital } from './capital.ts';
import { bills } from './payable.ts';
import { quarterToDate } from './quarters.ts';
import { scheduledDollars, shortfall } from './schedule.ts';
import type { ContractScenario } from './schema.ts';

const HOURS_A_DAY = 24;

/** Flows of the finance table, by calendar quarter to date. */
const FLOWS = [
  ['capex', 'capital spent in the quarter to date: racks and plant'],
  ['rack_capex', 'capital spent on racks in the quarter to date'],
  ['plant_capex', 'capital spent on plant of dedicated sites in the quarter to date'],
  ['revenue', 'bills of the quarter to date, take-or-pay included'],
  ['power_cost', 'electricity of racks in service in the quarter to date'],
  ['depreciation', 'depreciation of racks and plant in the quarter to date'],
  ['racks_waiting_cost', 'depreciation and carrying cost of racks that waited in the quarter to date'],
  [
    'positions_waiting_cost',
    'depreciation and carrying cost of positions that waited in the quarter to date',
  ],
] as const;

/** Columns of the contract's money; none where the scenario gives neither finance nor schedules. */
export function financeColumns({ contract }: Pick<RolloutScenario, 'contract'>): Column[] {
  const dollars = (name: string, description: string): Column => ({
    name,
    unit: '$',
    kind: 'series',
    table: 'finance',
    description,
  });
  const scalar = (name: string, description: string): Column => ({
    name,
    unit: '$',
    kind: 'scalar',
    description,
  });
  const terms = hasTerms(contract)
    ? [
        dollars('payable', 'owed up to the date: the larger of usage and the floor of its schedule'),
        dollars('paid', 'paid up to the date, prepayment included'),
        scalar('payable_at_horizon', 'owed up to the horizon'),
      ]
    : [];
  const schedules = (contract.schedules ?? []).map(({ name }) =>
    dollars(`shortfall_${name}`, `what usage falls short of schedule ${name} up to the date`),
  );
  if (contract.finance === undefined) return [...terms, ...schedules];
  return [
    scalar('capex_at_horizon', 'capital spent on racks and plant up to the horizon'),
    scalar('cost_of_racks_waiting', 'depreciation and carrying cost of racks that waited for positions'),
    scalar('cost_of_positions_waiting', 'depreciation and carrying cost of positions that waited for racks'),
    ...terms,
    ...FLOWS.map(([name, description]) => dollars(name, description)),
    dollars('capital_waiting', 'capital tied up on the day in racks and positions that wait'),
    ...schedules,
  ];
}

/** Reads the same columns off a finished run. */
export function financeRecord(world: World, account: Account): Outcome {
  const { programme, grid } = account;
  const { gpusPerRack } = programme.product;
  const { contract } = world.scenario;
  const { quarters, schedules } = world.tables;
  const dollarsPerGpuDay = programme.price * HOURS_A_DAY;
  const usage = integrals(programme.tally.inService, grid).map(
    (days) => days * gpusPerRack * dollarsPerGpuDay,
  );
  const scheduled = new Map(
    schedules.map((schedule) => [
      schedule.name,
      scheduledDollars(schedule, { ends: grid.ends, dollarsADay: programme.need.gpus * dollarsPerGpuDay }),
    ]),
  );
  const { payable, paid } = bills(contract, usage, scheduled.get(contract.takeOrPay?.schedule ?? ''));
  const capital = drawnCapital(world, account);
  return {
    ...(hasTerms(contract) && { payable, paid, payable_at_horizon: payable.at(-1)! }),
    ...Object.fromEntries(
      [...scheduled].map(([name, dollars]) => [`shortfall_${name}`, shortfall(dollars, usage)]),
    ),
    ...(capital && capitalRecord(capital, payable, quarters)),
  };
}

function hasTerms({ takeOrPay, prepayment }: ContractScenario): boolean {
  return takeOrPay !== undefined || prepayment !== undefined;
}

function drawnCapital({ scenario, inputs }: World, account: Account): Capital | undefined {
  const { finance } = scenario.contract;
  const { rackPrice, plantPrice, powerPrice } = inputs;
  if (finance === undefined) return undefined;
  return capitalOf(account, finance, {
    rack: rackPrice!,
    plantPerMegawatt: plantPrice!,
    powerPerMegawattHour: powerPrice!,
    megawattsPerRack: account.programme.product.kilowattsPerRack / 1000,
  });
}

function capitalRecord(capital: Capital, payable: Float64Array, quarters: readonly number[]): Outcome {
  const capex = capital.rackCapex.map((dollars, i) => dollars + capital.plantCapex[i]!);
  const flows = {
    capex,
    rack_capex: capital.rackCapex,
    plant_capex: capital.plantCapex,
    revenue: payable,
    power_cost: capital.powerCost,
    depreciation: capital.depreciation,
    racks_waiting_cost: capital.racksWaitingCost,
    positions_waiting_cost: capital.positionsWaitingCost,
  } satisfies Record<(typeof FLOWS)[number][0], Float64Array>;
  return {
    capex_at_horizon: capex.at(-1)!,
    cost_of_racks_waiting: capital.racksWaitingCost.at(-1)!,
    cost_of_positions_waiting: capital.positionsWaitingCost.at(-1)!,
    ...Object.fromEntries(Object.entries(flows).map(([name, sums]) => [name, quarterToDate(sums, quarters)])),
    capital_waiting: capital.capitalWaiting,
  };
}
