import type { Callback, Step } from './eventTarget.ts';

// Fields of a slot in `integers`, eight to a slot; `doubles` holds its time and its argument.
// The sequence is 0 when no event is planned in the slot.
export const SEQUENCE = 0;
export const PRIORITY = 1;
export const ENABLER = 2;
export const CAUSE = 3;
export const LABEL = 4;
export const ENTITY = 5;
export const NEXT = 6;
// Where the slot is: 0 parked, IN_BOTTOM, the slot before it in its list, or ~index of the list that it heads.
export const PREVIOUS = 7;

/** The memory of pending events: a slot of two typed arrays and a target each; nothing is allocated for an event. */
export class EventSlots {
  doubles: Float64Array = new Float64Array(2 * 64);
  integers: Int32Array = new Int32Array(8 * 64);
  readonly targets: (Callback | Step | undefined)[] = [undefined];
  private sequence = 0;
  private hasWrapped = false;
  private free = 0;
  private slots = 1;

  /** Slots in use are below this number. */
  get limit(): number {
    return this.slots;
  }

  /** Takes a free slot for a target. */
  claim(target: Callback | Step): number {
    let slot = this.free;
    if (slot > 0) this.free = this.integers[slot * 8 + NEXT];
    else slot = this.grow();
    this.targets[slot] = target;
    return slot;
  }

  /** The place behind all events of its time and priority that are planned so far; never 0. */
  nextPlace(): number {
    return (this.sequence = (this.sequence + 1) | 0 || this.wrap());
  }

  private wrap(): number {
    this.hasWrapped = true;
    return 1;
  }

  /** How many places have been given, as far as the last: Infinity once their numbers have begun anew. */
  get placesGiven(): number {
    return this.hasWrapped ? Infinity : this.sequence >>> 0;
  }

  /**
   * Fills in all but time and argument, which the caller writes before `insert`; the slot is the latest from here on.
   */
  fill(slot: number, label: number, entity: number, priority: number, enabler: number, cause: number): void {
    const { integers } = this;
    const base = slot * 8;
    integers[base + SEQUENCE] = this.nextPlace();
    integers[base + PRIORITY] = priority;
    integers[base + ENABLER] = enabler;
    integers[base + CAUSE] = cause;
    integers[base + LABEL] = label;
    integers[base + ENTITY] = entity;
  }

  /** Gives back a slot that is parked. */
  release(slot: number): void {
    this.integers[slot * 8 + SEQUENCE] = 0;
    this.integers[slot * 8 + NEXT] = this.free;
    this.free = slot;
  }

  isParked(slot: number): boolean {
    return this.integers[slot * 8 + PREVIOUS] === 0;
  }

  /** Gives back all slots. */
  protected releaseAll(): void {
    this.free = 0;
    for (let slot = this.slots - 1; slot > 0; slot--) {
      this.integers[slot * 8 + PREVIOUS] = 0;
      this.release(slot);
    }
    this.targets.fill(undefined);
  }

  /** Whether `a` comes after `b` at the same time: the order by priority, then sequence. */
  protected after(a: number, b: number): boolean {
    const { integers } = this;
    const difference = integers[a * 8 + PRIORITY] - integers[b * 8 + PRIORITY];
    // The wrapping difference keeps the order right after 2^32 events.
    return difference === 0 ? ((integers[a * 8] - integers[b * 8]) | 0) > 0 : difference > 0;
  }

  private grow(): number {
    if (this.slots * 2 === this.doubles.length) {
      const doubles = new Float64Array(2 * this.doubles.length);
      doubles.set(this.doubles);
      this.doubles = doubles;
      const integers = new Int32Array(2 * this.integers.length);
      integers.set(this.integers);
      this.integers = integers;
    }
    return this.slots++;
  }
}
