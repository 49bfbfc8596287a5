/** Racks at the dock: first in, first out; diverted racks are skipped when they come to the head. */
export interface RackQueue {
  readonly racks: number[];
  head: number;
  length: number;
}

/** An empty queue. */
export function newRackQueue(): RackQueue {
  return { racks: [], head: 0, length: 0 };
}
