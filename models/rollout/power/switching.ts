import { openCurtailment, type Curtailment, type PoweredRack } from './curtailment.ts';
import type { SwitchOffPolicy } from './schema.ts';

/** What power did to the racks of a rollout, and what giving sites up cost. */
export interface Switching {
  /** Racks that are dark now; accepted all the same. */
  darkRacks: number;
  /** Most that were dark at once, and how often a rack went dark. */
  mostDarkRacks: number;
  switchOffs: number;
  /** Time racks were dark up to a time that is not before the last switch, in rack-days. */
  rackDaysDarkBy(time: number): number;
  withdrawnSites: number;
  cancelledOrders: number;
  cancellationDollars: number;
  /** Calls back for each rack that goes dark or comes back, in the event in which it does. */
  subscribe(listener: (rack: number, isOff: boolean, time: number) => void): void;
  /** Opens the books of one site; a site that opens none always has power. */
  open(site: number, options: { policy: SwitchOffPolicy; kilowattsPerRack: number }): Curtailment;
  /** Whether a site may ever run short of power. */
  isOpen(site: number): boolean;
  /**
   * Tells the site of a rack that it is in service; `kilowatts` where its hall cools better than another of the site.
   */
  inService(site: number, rack: Omit<PoweredRack, 'load'> & { kilowatts?: number | undefined }): void;
}

/** Opens the switching of one replication: all racks have power. */
export function openSwitching(now: () => number): Switching {
  const sites = new Map<number, { curtailment: Curtailment; kilowattsPerRack: number }>();
  const listeners: ((rack: number, isOff: boolean, time: number) => void)[] = [];
  let since = 0;
  let darkRackDays = 0;
  const switched = (rack: number, isOff: boolean): void => {
    const time = now();
    darkRackDays += switching.darkRacks * (time - since);
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
    rackDaysDarkBy: (time) => darkRackDays + switching.darkRacks * (time - since),
    withdrawnSites: 0,
    cancelledOrders: 0,
    cancellationDollars: 0,
    subscribe: (listener) => {
      listeners.push(listener);
    },
    open: (site, options) => {
      const curtailment = openCurtailment({ ...options, switched });
      sites.set(site, { curtailment, kilowattsPerRack: options.kilowattsPerRack });
      return curtailment;
    },
    isOpen: (site) => sites.has(site),
    inService: (site, { rack, hall, kilowatts }) => {
      const books = sites.get(site);
      if (books === undefined) return;
      const { curtailment, kilowattsPerRack } = books;
      curtailment.inService({ rack, hall, load: kilowatts === undefined ? 1 : kilowatts / kilowattsPerRack });
    },
  };
  return switching;
}
