/** Racks at the dock: first in, first out; diverted racks are skipped when they come to the head. */
export interface RackQueue {
  /** What docked together, in order: the rack of it that leaves next, and the last. */
  readonly arrivals: { next: number; readonly last: number }[];
  /** Place of the arrival whose rack is next. */
  head: number;
  length: number;
}

/** An empty queue. */
export function newRackQueue(): RackQueue {
  return { arrivals: [], head: 0, length: 0 };
}
