import { ROUNDING } from '../rounding.ts';
import type { SwitchOffPolicy } from './schema.ts';

/** A rack in service, and the hall it stands in: halls are numbered in the order in which they opened. */
export interface PoweredRack {
  readonly rack: number;
  readonly hall: number;
  /** What it draws, in racks of the hall that cools worst; 1 by default. */
  readonly load?: number;
}

/** The racks of one site that are dark for want of power. */
export interface Curtailment {
  /** Megawatts that racks in service may draw from now on. */
  supply(megawatts: number): void;
  /** A rack came into service. */
  inService(rack: PoweredRack): void;
  readonly off: ReadonlySet<number>;
}

/**
 * Keeps a site's load within its power: racks go dark in the event in which megawatts fall, and come back when they
 * return.
 *
 * `newest-first` and `oldest-first` go by the order of entry into service; `by-hall` switches off whole halls one at
 * a time, the last opened first, until what is left can run. What was accepted stays accepted: only what is available
 * changes.
 *
 * @param options.switched called for each rack that goes dark (`isOff`) or comes back
 */
export function openCurtailment({
  policy,
  kilowattsPerRack,
  switched,
}: {
  policy: SwitchOffPolicy;
  kilowattsPerRack: number;
  switched: (rack: number, isOff: boolean) => void;
}): Curtailment {
  const racks: PoweredRack[] = [];
  const off = new Set<number>();
  let megawatts = 0;
  let drawn = 0;
  const update = (): void => {
    const allowed = (megawatts * 1000) / kilowattsPerRack;
    if (off.size === 0 && drawn <= allowed + ROUNDING) return;
    const dark = new Set(darkRacks(racks, allowed, policy));
    for (const rack of off) {
      if (dark.has(rack)) continue;
      off.delete(rack);
      switched(rack, false);
    }
    for (const rack of dark) {
      if (off.has(rack)) continue;
      off.add(rack);
      switched(rack, true);
    }
  };
  return {
    off,
    supply: (available) => {
      megawatts = available;
      update();
    },
    inService: (rack) => {
      racks.push(rack);
      drawn += loadOf(rack);
      update();
    },
  };
}

/**
 * The racks that have to be dark so that at most `allowed` draw power, given all racks in order of entry into service.
 *
 * @example darkRacks([{ rack: 7, hall: 0 }, { rack: 8, hall: 0 }], 1, 'newest-first') // [8]
 */
export function darkRacks(racks: readonly PoweredRack[], allowed: number, policy: SwitchOffPolicy): number[] {
  let excess = racks.reduce((sum, rack) => sum + loadOf(rack), 0) - Math.max(0, allowed);
  const dark: number[] = [];
  for (const group of inTurn(racks, policy)) {
    if (excess <= ROUNDING) break;
    for (const powered of group) {
      dark.push(powered.rack);
      excess -= loadOf(powered);
    }
  }
  // Those of the newest first in the order in which they came, as with the others.
  return policy === 'newest-first' ? dark.reverse() : dark;
}

/** What goes dark together, in the order in which it does. */
function inTurn(racks: readonly PoweredRack[], policy: SwitchOffPolicy): readonly (readonly PoweredRack[])[] {
  if (policy === 'oldest-first') return racks.map((rack) => [rack]);
  if (policy === 'newest-first') return racks.map((rack) => [rack]).reverse();
  const halls = new Map<number, PoweredRack[]>();
  for (const rack of racks) {
    const known = halls.get(rack.hall);
    if (known === undefined) halls.set(rack.hall, [rack]);
    else known.push(rack);
  }
  return [...halls].sort(([a], [b]) => b - a).map(([, own]) => own);
}

function loadOf({ load = 1 }: PoweredRack): number {
  return load;
}
