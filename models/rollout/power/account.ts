import type { TemporaryPower } from './schema.ts';

/** Megawatts that a site may use now. */
export interface PowerState {
  /** For racks in service. */
  readonly service: number;
  /** For flush, L4 and L5. */
  readonly commissioning: number;
}

/** Where a site's megawatts come from, kept up to date as they come and go. */
export interface PowerAccount {
  /** Megawatts that the substation can carry. */
  substation(megawatts: number): void;
  /** What else bounds the power from the grid: a contract's blocks, a downgrade; Infinity lifts the bound. */
  bound(name: string, megawatts: number): void;
  /** Megawatts of one bridging source; 0 when it is off. */
  bridging(name: string, megawatts: number): void;
  state(): PowerState;
}

/**
 * Opens a site's account: grid power is the least of its bounds, and bridging power counts as far as the policy lets
 * it.
 *
 * @param options.temporaryPower highest commissioning step that bridging power may carry
 * @param options.changed called after each change of what the site may use
 * @example
 * const account = openPowerAccount({ temporaryPower: 'service', changed: () => {} });
 * account.substation(100);
 * account.bound('downgrade', 60);
 * account.bridging('engines', 25);
 * account.state().service; // 85
 */
export function openPowerAccount({
  temporaryPower,
  changed,
}: {
  temporaryPower: TemporaryPower;
  changed: (state: PowerState) => void;
}): PowerAccount {
  let carried = 0;
  const bounds = new Map<string, number>();
  const sources = new Map<string, number>();
  const state = (): PowerState => {
    const grid = Math.min(carried, ...bounds.values());
    const bridged = [...sources.values()].reduce((sum, megawatts) => sum + megawatts, 0);
    return {
      service: grid + (temporaryPower === 'service' ? bridged : 0),
      commissioning: grid + (temporaryPower === 'L3' ? 0 : bridged),
    };
  };
  let last = state();
  const update = (): void => {
    const now = state();
    if (now.service === last.service && now.commissioning === last.commissioning) return;
    last = now;
    changed(now);
  };
  return {
    substation: (megawatts) => {
      carried = Math.max(carried, megawatts);
      update();
    },
    bound: (name, megawatts) => {
      bounds.set(name, megawatts);
      update();
    },
    bridging: (name, megawatts) => {
      sources.set(name, megawatts);
      update();
    },
    state,
  };
}
