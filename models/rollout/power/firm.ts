import type { DedicatedSite } from '../scenario.ts';

/** Megawatts that stay when one of the dressed units is lost (`firm`), or that all of them carry (`n`). */
export function firmMegawatts(
  power: Pick<DedicatedSite['power'], 'unitRating' | 'powerFactor' | 'energize'>,
  dressedUnits: number,
): number {
  const carrying = power.energize === 'firm' ? dressedUnits - 1 : dressedUnits;
  return Math.max(0, carrying) * power.unitRating * power.powerFactor;
}
