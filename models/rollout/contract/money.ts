import { DAY_HOURS } from '../../../src/kernel/lengths.ts';
import type { World } from '../world.ts';
import { annualPowerRatio } from '../cooling/annualPower.ts';
import { integrals } from '../tally/curve.ts';
import { capitalOf, type Account, type Capital } from './capital.ts';
import { bills, type Bills } from './payable.ts';
import { scheduledDollars, shortfall } from './schedule.ts';
import type { ContractScenario } from './schema.ts';

/** The contract's money in one replication, in dollars since the start by report date. */
export interface Money extends Bills {
  /** What usage falls short of each schedule, by its name. */
  readonly shortfalls: ReadonlyMap<string, Float64Array>;
  /** Where the scenario has finance. */
  readonly provider: ProviderMoney | undefined;
}

/** What the provider spends and earns. */
export interface ProviderMoney extends Capital {
  readonly capex: Float64Array;
  readonly revenue: Float64Array;
}

/** Works out bills, shortfalls and capital of a run that is over. */
export function moneyOf(world: World, account: Account): Money {
  const { programme, grid } = account;
  const { gpusPerRack } = programme.product;
  const { contract } = world.scenario;
  const dollarsPerGpuDay = programme.price * DAY_HOURS;
  const usage = integrals(programme.tally.inService, grid).map(
    (days) => days * gpusPerRack * dollarsPerGpuDay,
  );
  const scheduled = new Map(
    world.tables.schedules.map((schedule) => [
      schedule.name,
      scheduledDollars(schedule, { ends: grid.ends, dollarsADay: programme.need.gpus * dollarsPerGpuDay }),
    ]),
  );
  const owed = bills(contract, usage, scheduled.get(contract.takeOrPay?.schedule ?? ''));
  return {
    payable: owed.payable,
    paid: owed.paid,
    shortfalls: new Map([...scheduled].map(([name, dollars]) => [name, shortfall(dollars, usage)])),
    provider: providerMoney(world, account, owed),
  };
}

/** Whether a contract bills otherwise than by use. */
export function hasTerms({ takeOrPay, prepayment }: ContractScenario): boolean {
  return takeOrPay !== undefined || prepayment !== undefined;
}

function providerMoney(
  { scenario, inputs }: World,
  account: Account,
  { payable }: Bills,
): ProviderMoney | undefined {
  const { finance } = scenario.contract;
  if (finance === undefined) return undefined;
  const capital = capitalOf(account, finance, {
    rack: inputs.rackPrice!,
    plantPerMegawatt: inputs.plantPrice!,
    powerPerMegawattHour: inputs.powerPrice!,
    megawattsPerRack: account.programme.product.kilowattsPerRack / 1000,
    annualPower: scenario.sites.map((site) => annualPowerRatio(scenario, site)),
  });
  const capex = capital.rackCapex.map((dollars, i) => dollars + capital.plantCapex[i]!);
  return { ...capital, capex, revenue: payable };
}
