import { ROUNDING } from '../rounding.ts';

/**
 * Whole pods of rack positions that a facility power carries, as racks.
 *
 * @param kilowattsPerRack facility kW of one rack, cooling and losses included
 * @example positionsFor({ megawatts: 10, kilowattsPerRack: 125, podRacks: 20 }) // 80
 */
export function positionsFor({
  megawatts,
  kilowattsPerRack,
  podRacks,
}: {
  megawatts: number;
  kilowattsPerRack: number;
  podRacks: number;
}): number {
  const racks = Math.floor((megawatts * 1000) / kilowattsPerRack + ROUNDING);
  return Math.floor(racks / podRacks) * podRacks;
}
