import { SEQUENCE } from './eventSlots.ts';
import type { EventSlots } from './eventSlots.ts';

/** Names a scheduled event for `cancel`, `reschedule` and `attribute`; useless once the event has happened. */
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
