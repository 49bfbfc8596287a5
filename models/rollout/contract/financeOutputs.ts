import type { Column } from '../../../src/record/index.ts';
import { scalar, series, type RolloutOutput } from '../output.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { FinishedRun } from '../finishedRun.ts';
import { quarterToDate } from './quarters.ts';
import { hasTerms, type ProviderMoney } from './money.ts';

/** Flows of the finance table, by calendar quarter to date: name, what it is, its sum since the start. */
const FLOWS: readonly (readonly [
  name: string,
  description: string,
  sum: (money: ProviderMoney) => Float64Array,
])[] = [
  ['capex', 'capital spent in the quarter to date: racks and plant', ({ capex }) => capex],
  ['rack_capex', 'capital spent on racks in the quarter to date', ({ rackCapex }) => rackCapex],
  [
    'plant_capex',
    'capital spent on plant of dedicated sites in the quarter to date',
    ({ plantCapex }) => plantCapex,
  ],
  ['revenue', 'bills of the quarter to date, take-or-pay included', ({ revenue }) => revenue],
  ['power_cost', 'electricity of racks in service in the quarter to date', ({ powerCost }) => powerCost],
  [
    'depreciation',
    'depreciation of racks and plant in the quarter to date',
    ({ depreciation }) => depreciation,
  ],
  [
    'racks_waiting_cost',
    'depreciation and carrying cost of racks that waited in the quarter to date',
    ({ racksWaitingCost }) => racksWaitingCost,
  ],
  [
    'positions_waiting_cost',
    'depreciation and carrying cost of positions that waited in the quarter to date',
    ({ positionsWaitingCost }) => positionsWaitingCost,
  ],
];

/** The contract's money; none where the scenario gives neither finance nor schedules. */
export function financeOutputs({ contract }: Pick<RolloutScenario, 'contract'>): RolloutOutput[] {
  const terms = hasTerms(contract) ? termOutputs() : [];
  const schedules = (contract.schedules ?? []).map(({ name }) =>
    series(
      dollars(`shortfall_${name}`, `what usage falls short of schedule ${name} up to the date`),
      ({ money }) => money.shortfalls.get(name)!,
    ),
  );
  if (contract.finance === undefined) return [...terms, ...schedules];
  return [
    atHorizon('capex_at_horizon', 'capital spent on racks and plant up to the horizon', ({ capex }) => capex),
    atHorizon(
      'cost_of_racks_waiting',
      'depreciation and carrying cost of racks that waited for positions',
      ({ racksWaitingCost }) => racksWaitingCost,
    ),
    atHorizon(
      'cost_of_positions_waiting',
      'depreciation and carrying cost of positions that waited for racks',
      ({ positionsWaitingCost }) => positionsWaitingCost,
    ),
    ...terms,
    ...FLOWS.map(([name, description, sum]) =>
      series(dollars(name, description), (run) =>
        quarterToDate(sum(providerMoney(run)), run.world.tables.quarters),
      ),
    ),
    series(
      dollars('capital_waiting', 'capital tied up on the day in racks and positions that wait'),
      (run) => providerMoney(run).capitalWaiting,
    ),
    ...schedules,
  ];
}

function termOutputs(): RolloutOutput[] {
  return [
    series(
      dollars('payable', 'owed up to the date: the larger of usage and the floor of its schedule'),
      ({ money }) => money.payable,
    ),
    series(dollars('paid', 'paid up to the date, prepayment included'), ({ money }) => money.paid),
    scalar({ name: 'payable_at_horizon', unit: '$', description: 'owed up to the horizon' }, ({ money }) =>
      money.payable.at(-1)!,
    ),
  ];
}

function atHorizon(
  name: string,
  description: string,
  sum: (money: ProviderMoney) => Float64Array,
): RolloutOutput {
  return scalar({ name, unit: '$', description }, (run) => sum(providerMoney(run)).at(-1)!);
}

/** Declared only where the scenario has finance. */
function providerMoney({ money }: FinishedRun): ProviderMoney {
  return money.provider!;
}

function dollars(name: string, description: string): Omit<Column, 'kind'> & { table: string } {
  return { table: 'finance', name, unit: '$', description };
}
