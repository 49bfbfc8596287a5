import { MONTH_DAYS } from '../../../src/kernel/lengths.ts';
import type { Distribution, Stream } from '../../../src/random/index.ts';

/**
 * Units of heat rejection that a hall takes.
 *
 * @example unitsToPlace(100, 1.3, 1.65) // 47: 100 MW of facility at a PUE of 1.3 are 77 MW of heat
 */
export function unitsToPlace(facilityMegawatts: number, peakPue: number, unitMegawatts: number): number {
  return Math.ceil(facilityMegawatts / peakPue / unitMegawatts - ROUNDING);
}

/** Days that so many units take at a drawn rate. */
export function placingDays(units: number, unitsAMonth: Distribution, draws: Stream, serial: number): number {
  return (units / draws.draw(unitsAMonth, serial)) * MONTH_DAYS;
}

const ROUNDING = 1e-9;
