import type { SiteState } from '../deployment/site.ts';
import type { RackDraws } from './rackDraws.ts';
import { newRackQueue, type RackQueue } from './rackQueue.ts';

/** What one tenant has at one provider: its part of the contract, its racks at the dock, and where they may go. */
export interface Place {
  /** Place of the provider among the scenario's. */
  readonly provider: number;
  readonly queue: RackQueue;
  /** The provider's sites in the order in which the placement policy tries them. */
  readonly placementOrder: readonly SiteState[];
  /** Draws of its racks there: rack n of a lot is another at another provider. */
  readonly draws: RackDraws;
  /** Most GPUs of the contract that may stand here; deals that are signed add to it. */
  quotaGpus: number;
  /** On their way, waiting or placed here: all that still counts, and the positions that it takes. */
  committedGpus: number;
  committedPositions: number;
  /** What the provider owes: allotted but not taken, or diverted. */
  creditGpus: number;
  /** Racks taken and not yet at the dock. */
  racksOnTheWay: number;
  /** Whether of the last lot racks were left that it would have taken, had positions been forecast for them. */
  leavesRacks: boolean;
  /** From when on it has taken all; undefined where it has from the start. */
  shortOfChips: ShortOfChips | undefined;
}

/** From when on a place takes all that it is offered: racks that come later wait for chips from then on, not before. */
export interface ShortOfChips {
  readonly since: number;
  /** Row of the cause record: what the place waited for until then. */
  readonly row: number;
}

/** A place where nothing has come yet. */
export function newPlace(
  provider: number,
  { quotaGpus, placementOrder, draws }: Pick<Place, 'quotaGpus' | 'placementOrder' | 'draws'>,
): Place {
  return {
    provider,
    queue: newRackQueue(),
    placementOrder,
    draws,
    quotaGpus,
    committedGpus: 0,
    committedPositions: 0,
    creditGpus: 0,
    racksOnTheWay: 0,
    leavesRacks: false,
    shortOfChips: undefined,
  };
}

/**
 * A tenant's place at a provider.
 *
 * @throws RangeError where it has none
 */
export function placeAt({ places }: { readonly places: readonly Place[] }, provider: number): Place {
  const place = places.find((each) => each.provider === provider);
  if (place === undefined) throw new RangeError(`provider ${provider}: no place of the tenant, expected one`);
  return place;
}

/** Racks of a tenant that wait at its docks. */
export function racksAtDock({ places }: { readonly places: readonly Place[] }): number {
  return places.reduce((sum, { queue }) => sum + queue.length, 0);
}
