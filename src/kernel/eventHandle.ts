import { SEQUENCE } from './eventSlots.ts';
import type { EventSlots } from './eventSlots.ts';

/**
 * Names a scheduled event for `cancel`, `reschedule` and `attribute` of the simulation that gave it; useless once the
 * event has happened. 0 is none, for what has no event yet.
 */
export type EventHandle = number;

// handle = 29 bits of the sequence, 24 bits of the slot: a safe integer.
const SLOT_RANGE = 2 ** 24;
const SEQUENCE_MASK = 2 ** 29 - 1;

export function handleOf(slots: EventSlots, slot: number): EventHandle {
  return (slots.integers[slot * 8 + SEQUENCE] & SEQUENCE_MASK) * SLOT_RANGE + slot;
}

/** The slot of a pending event, 0 for a handle that is stale or was never given. */
export function slotOf(slots: EventSlots, handle: EventHandle): number {
  const slot = handle % SLOT_RANGE;
  if (!(slot > 0 && slot < slots.limit)) return 0;
  const sequence = slots.integers[slot * 8 + SEQUENCE];
  return sequence !== 0 && (sequence & SEQUENCE_MASK) === (handle - slot) / SLOT_RANGE ? slot : 0;
}

/**
 * Whether a handle may have been given: 0, or a number of a slot that there is and of a sequence that there was.
 *
 * A handle is a plain number without a mark of its simulation, so that an event allocates nothing: the handle of
 * another one is told apart only where its number was not given here.
 */
export function mayBeGiven(slots: EventSlots, handle: EventHandle): boolean {
  if (handle === 0 || !Number.isSafeInteger(handle)) return handle === 0;
  const slot = handle % SLOT_RANGE;
  const sequence = (handle - slot) / SLOT_RANGE;
  return slot > 0 && slot < slots.limit && sequence <= SEQUENCE_MASK && isPlace(slots.placesGiven, sequence);
}

// From 2^29 places on any 29 bits may be those of one.
const isPlace = (given: number, sequence: number): boolean =>
  given > SEQUENCE_MASK || (sequence > 0 && sequence <= given);
