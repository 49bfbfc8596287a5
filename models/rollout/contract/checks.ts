import { quantile } from '../../../src/random/index.ts';
import { placeOf, productTerms } from '../market/terms.ts';
import type { Path, Refuse } from '../refuse.ts';
import type { RolloutScenario } from '../scenario.ts';
import type { ContractScenario } from './schema.ts';
import { contractRacks } from './size.ts';

// Price that only one draw in a thousand is below.
const LEAST = 0.001;
// Each rack is a row of a table and a dozen events: more than this no replication holds.
const MOST_RACKS = 2 ** 19;

/**
 * Refuses contracts of more racks than a run can hold, schedules that say nothing or everything twice, and clauses that
 * name none.
 */
export function checkContract(scenario: RolloutScenario, refuse: Refuse): void {
  const { contract, product } = scenario;
  const { schedules = [], takeOrPay } = contract;
  const names = schedules.map(({ name }) => name);
  schedules.forEach(({ capacity, spend }, i) => {
    if ((capacity === undefined) === (spend === undefined))
      refuse(['contract', 'schedules', i], 'expected either capacity or spend');
  });
  if (takeOrPay !== undefined && !names.includes(takeOrPay.schedule))
    refuse(
      ['contract', 'takeOrPay', 'schedule'],
      `expected the name of a schedule, got "${takeOrPay.schedule}"`,
    );
  checkSize(contract, { gpusPerRack: product.gpusPerRack, path: ['contract'] }, refuse);
  const products = productTerms(scenario);
  scenario.tenants?.forEach((tenant, index) => {
    const { gpusPerRack } =
      products[
        placeOf(
          products.map(({ name }) => name),
          tenant.product,
        )
      ]!;
    checkSize(tenant.contract, { gpusPerRack, path: ['tenants', index, 'contract'] }, refuse);
  });
}

function checkSize(
  contract: Pick<ContractScenario, 'gpus' | 'commitment' | 'effectiveTerm' | 'price'>,
  { gpusPerRack, path }: { gpusPerRack: number; path: Path },
  refuse: Refuse,
): void {
  const racks = contractRacks(contract, { pricePerGpuHour: quantile(contract.price, LEAST), gpusPerRack });
  if (racks > MOST_RACKS)
    refuse(
      [...path, contract.gpus === 'derived' ? 'commitment' : 'gpus'],
      `expected a contract of at most ${MOST_RACKS} racks, got one that buys up to ${racks}`,
    );
}
