import { DAY_HOURS } from '../../../src/kernel/lengths.ts';
import type { ContractScenario } from './schema.ts';

/**
 * Racks that a contract buys: a fixed count of GPUs, or the commitment divided by what one GPU earns over
 * the effective years (N = commitment / (price × hours × years)), rounded up to whole racks.
 *
 * @param pricePerGpuHour dollars per GPU-hour, the same draw that prices the spend
 * @example contractRacks({ gpus: 17_280 }, { pricePerGpuHour: 3, gpusPerRack: 72 }) // 240
 */
export function contractRacks(
  contract: Pick<ContractScenario, 'gpus' | 'commitment' | 'effectiveTerm'>,
  { pricePerGpuHour, gpusPerRack }: { pricePerGpuHour: number; gpusPerRack: number },
): number {
  const gpus =
    contract.gpus === 'derived'
      ? contract.commitment / (pricePerGpuHour * DAY_HOURS * contract.effectiveTerm)
      : contract.gpus;
  return Math.ceil(gpus / gpusPerRack);
}
