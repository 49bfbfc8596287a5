import type { SwitchOffPolicy } from './schema.ts';

/** A rack in service, and the hall it stands in. */
export interface PoweredRack {
  readonly rack: number;
  readonly hall: number;
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
 * Keeps a site's load within its power: racks go dark in the event in which megawatts fall, and come back when they return.
 *
 * `newest-first` and `oldest-first` go by the order of entry into service; `by-hall` switches off whole halls, the last opened
 * first. What was accepted stays accepted: only what is available changes.
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
  const update = (): void => {
    const allowed = Math.floor((megawatts * 1000) / kilowattsPerRack + ROUNDING);
    if (off.size === 0 && racks.length <= allowed) return;
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
  const excess = racks.length - Math.max(0, allowed);
  if (excess <= 0) return [];
  if (policy === 'oldest-first') return racks.slice(0, excess).map(({ rack }) => rack);
  if (policy === 'newest-first') return racks.slice(-excess).map(({ rack }) => rack);
  const halls = [...new Set(racks.map(({ hall }) => hall))].reverse();
  const dark: number[] = [];
  for (const hall of halls) {
    if (dark.length >= excess) break;
    for (const powered of racks) if (powered.hall === hall) dark.push(powered.rack);
  }
  return dark;
}

// Far below one rack, far above the rounding error of a division.
const ROUNDING = 1e-6;
