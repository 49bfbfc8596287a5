import { DAY_HOURS, YEAR_DAYS } from '../../../src/kernel/lengths.ts';
import type { Racks } from '../deployment/racks.ts';
import type { Programme } from '../market/programme.ts';
import type { Provider } from '../market/provider.ts';
import { integrals, levels, newCurve, step, type Curve } from '../tally/curve.ts';
import type { Grid } from '../tally/grid.ts';
import type { FinanceScenario } from './financeSchema.ts';

/** Whose racks and plant are counted, and the report's dates. */
export interface Account {
  readonly racks: Racks;
  readonly programme: Programme;
  readonly provider: Provider;
  readonly grid: Grid;
}

/** Prices of one replication, in dollars. */
export interface Prices {
  readonly rack: number;
  readonly plantPerMegawatt: number;
  readonly powerPerMegawattHour: number;
  /** Facility MW of one rack. */
  readonly megawattsPerRack: number;
  /** By site of the scenario: power of a rack over a year relative to that. */
  readonly annualPower: readonly number[];
}

/** The provider's money by report date: sums since the start, and what waits on the day. */
export interface Capital {
  readonly rackCapex: Float64Array;
  readonly plantCapex: Float64Array;
  readonly powerCost: Float64Array;
  readonly depreciation: Float64Array;
  /** Depreciation and carrying cost of racks at the dock without a position, and of positions without a rack. */
  readonly racksWaitingCost: Float64Array;
  readonly positionsWaitingCost: Float64Array;
  /** Dollars tied up on the day in racks and positions that wait. */
  readonly capitalWaiting: Float64Array;
}

const PERCENT = 100;

/**
 * What the rollout ties up and costs, from its counts of racks and positions.
 *
 * A rack is bought when it docks, and its warranty and depreciation start then, in use or not; the fleet that is only
 * handed over was bought before. Plant of dedicated sites is booked when its positions are ready. Existing halls
 * are paid for: their positions wait at the price of plant all the same, because others could use them.
 */
export function capitalOf(account: Account, finance: FinanceScenario, prices: Prices): Capital {
  const { programme, provider, grid } = account;
  const bought = boughtRacks(account);
  const plant = provider.sites
    .filter(({ existing }) => !existing)
    .map(({ index }) => provider.tally.ready[index]!);
  const plantPerPosition = prices.plantPerMegawatt * prices.megawattsPerRack;
  const aDay = (price: number, life: number): number => price / life;
  const carryingADay = finance.carryingRate / PERCENT / YEAR_DAYS;
  const rackWaitADay = aDay(prices.rack, finance.rackLife) + prices.rack * carryingADay;
  const positionWaitADay = aDay(plantPerPosition, finance.plantLife) + plantPerPosition * carryingADay;
  const rackDays = integrals(bought, grid);
  const plantDays = sumOf(
    plant.map((curve) => integrals(curve, grid)),
    grid.days.length,
  );
  const racksWaiting = levels(programme.tally.racksWaiting);
  const positionsWaiting = levels(provider.tally.positionsWaiting);
  const powerADay = prices.megawattsPerRack * finance.load * DAY_HOURS * prices.powerPerMegawattHour;
  return {
    rackCapex: levels(bought).map((racks) => racks * prices.rack),
    plantCapex: sumOf(plant.map(levels), grid.days.length).map((count) => count * plantPerPosition),
    powerCost: rackDaysAtPower(account, prices.annualPower).map((days) => days * powerADay),
    depreciation: rackDays.map(
      (days, i) =>
        days * aDay(prices.rack, finance.rackLife) +
        plantDays[i]! * aDay(plantPerPosition, finance.plantLife),
    ),
    racksWaitingCost: integrals(programme.tally.racksWaiting, grid).map((days) => days * rackWaitADay),
    positionsWaitingCost: integrals(provider.tally.positionsWaiting, grid).map(
      (days) => days * positionWaitADay,
    ),
    capitalWaiting: racksWaiting.map(
      (racks, i) => racks * prices.rack + positionsWaiting[i]! * plantPerPosition,
    ),
  };
}

/** Days of racks in service since the start, each by the power that it takes where its slot was filled. */
function rackDaysAtPower(
  { programme: { tally }, grid }: Account,
  annualPower: readonly number[],
): Float64Array {
  if (annualPower.every((ratio) => ratio === 1)) return integrals(tally.inService, grid);
  return sumOf(
    tally.slots.map((curve, site) => integrals(curve, grid).map((days) => days * annualPower[site]!)),
    grid.days.length,
  );
}

/** Racks at the dock or beyond it that were bought for the contract; a diverted rack is sold on. */
function boughtRacks({ racks, programme, grid }: Account): Curve {
  const { index, tally } = programme;
  const bought = newCurve(grid);
  bought.change.set(tally.docked.change);
  bought.moment.set(tally.docked.moment);
  for (let rack = 0; rack < racks.count; rack++) {
    const handedOver = racks.dockedAt[rack]!;
    if (racks.programme[rack] === index && racks.lot[rack]! < 0 && !Number.isNaN(handedOver))
      step(bought, grid, handedOver, -1);
  }
  return bought;
}

function sumOf(columns: readonly Float64Array[], length: number): Float64Array {
  const total = new Float64Array(length);
  for (const column of columns) for (let i = 0; i < length; i++) total[i]! += column[i]!;
  return total;
}
