import { quantile } from '../../../src/random/index.ts';
import type { RolloutScenario } from '../scenario.ts';
import { contractRacks } from './size.ts';

/** Price that only one draw in a thousand is below. */
const LEAST = 0.001;
/** More than all that was ever made: what is kept rack by rack has to have an end. */
const MOST_GPUS = 20_000_000;

/** Refuses contracts of more than the world has, schedules that say nothing or everything twice, and clauses that name none. */
export function checkContract(
  { contract, product }: RolloutScenario,
  refuse: (path: (string | number)[], message: string) => void,
): void {
  const { schedules = [], takeOrPay, finance } = contract;
  const names = schedules.map(({ name }) => name);
  schedules.forEach(({ name, capacity, spend }, i) => {
    if ((capacity === undefined) === (spend === undefined))
      refuse(['contract', 'schedules', i], 'expected either capacity or spend');
    if (names.indexOf(name) !== i)
      refuse(['contract', 'schedules', i, 'name'], `expected a name of its own, got "${name}" again`);
  });
  if (takeOrPay !== undefined && !names.includes(takeOrPay.schedule))
    refuse(
      ['contract', 'takeOrPay', 'schedule'],
      `expected the name of a schedule, got "${takeOrPay.schedule}"`,
    );
  const gpus = contractRacks(contract, {
    pricePerGpuHour: quantile(contract.price, LEAST),
    gpusPerRack: product.gpusPerRack,
  });
  if (gpus * product.gpusPerRack > MOST_GPUS)
    refuse(
      ['contract', 'commitment'],
      `expected a contract of at most ${MOST_GPUS} GPUs, got one that buys ${Math.round(gpus * product.gpusPerRack)} at the least price of its effective term`,
    );
  if (finance === undefined) return;
  for (const life of ['rackLife', 'plantLife'] as const)
    if (!(finance[life] > 0)) refuse(['contract', 'finance', life], 'expected more than 0 days');
}
