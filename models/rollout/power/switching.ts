import { openCurtailment, type Curtailment } from './curtailment.ts';
import type { SwitchOffPolicy } from './schema.ts';

/** What power did to the racks of a rollout, and what giving sites up cost. */
export interface Switching {
  /** Racks that are dark now; accepted all the same. */
  darkRacks: number;
  /** Most that were dark at once, and how often a rack went dark. */
  mostDarkRacks: number;
  switchOffs: number;
  /** Time racks were dark, in rack-days, up to the last switch. */
  darkRackDays: number;
  withdrawnSites: number;
  cancelledOrders: number;
  cancellationDollars: number;
  /** Calls back for each rack that goes dark or comes back, in the event in which it does. */
  subscribe(listener: (rack: number, isOff: boolean, time: number) => void): void;
  /** Opens the books of one site; a site that opens none always has power. */
  open(site: number, options: { policy: SwitchOffPolicy; kilowattsPerRack: number }): Curtailment;
  /** Tells the site of a rack that it is in service. */
  inService(site: number, rack: number, hall: number): void;
}

/** Opens the switching of one replication: all racks have power. */
export function openSwitching(now: () => number): Switching {
  const sites = new Map<number, Curtailment>();
  const listeners: ((rack: number, isOff: boolean, time: number) => void)[] = [];
  let since = 0;
  const switched = (rack: number, isOff: boolean): void => {
    const time = now();
    switching.darkRackDays += switching.darkRacks * (time - since);
    since = time;
    switching.darkRacks += isOff ? 1 : -1;
    if (isOff) switching.switchOffs++;
    switching.mostDarkRacks = Math.max(switching.mostDarkRacks, switching.darkRacks);
    for (const listener of listeners) listener(rack, isOff, time);
  };
  const switching: Switching = {
    darkRacks: 0,
    mostDarkRacks: 0,
    switchOffs: 0,
    darkRackDays: 0,
    withdrawnSites: 0,
    cancelledOrders: 0,
    cancellationDollars: 0,
    subscribe: (listener) => {
      listeners.push(listener);
    },
    open: (site, options) => {
      const curtailment = openCurtailment({ ...options, switched });
      sites.set(site, curtailment);
      return curtailment;
    },
    inService: (site, rack, hall) => sites.get(site)?.inService({ rack, hall }),
  };
  return switching;
}
