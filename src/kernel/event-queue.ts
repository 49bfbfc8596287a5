/** What an event calls, with the number it was scheduled with. */
export type Callback = (argument: number) => void;

// Fields of a slot in `integers`, eight to a slot; `doubles` holds its time and its argument.
export const SEQUENCE = 0;
export const PRIORITY = 1;
export const ENABLER = 2;
export const CAUSE = 3;
export const LABEL = 4;
export const ENTITY = 5;
const NEXT = 6;
const PREVIOUS = 7;

/** Marks a slot that is claimed but in no order: a suspended event. */
const PARKED = -1;

/**
 * The pending events in the order (time, priority, sequence), lowest first.
 *
 * An event is a slot of two typed arrays and a callback; nothing is allocated for it.
 */
export class EventQueue {
  size = 0;
  doubles: Float64Array = new Float64Array(2 * 64);
  integers: Int32Array = new Int32Array(8 * 64);
  callbacks: (Callback | undefined)[] = [undefined];
  private sequence = 0;
  private free = 0;
  private slots = 1;
  private heap: Int32Array = new Int32Array(64);

  /** Takes a free slot and fills in all but its time and argument, which the caller writes before `insert`. */
  claim(callback: Callback, label: number, entity: number, priority: number, enabler: number): number {
    let slot = this.free;
    if (slot > 0) this.free = this.integers[slot * 8 + NEXT];
    else slot = this.grow();
    this.sequence = (this.sequence + 1) | 0 || 1;
    const integers = this.integers;
    const base = slot * 8;
    integers[base + SEQUENCE] = this.sequence;
    integers[base + PRIORITY] = priority;
    integers[base + ENABLER] = enabler;
    integers[base + CAUSE] = 0;
    integers[base + LABEL] = label;
    integers[base + ENTITY] = entity;
    integers[base + PREVIOUS] = PARKED;
    this.callbacks[slot] = callback;
    return slot;
  }

  /** Gives a slot back; it must be out of the order already. */
  release(slot: number): void {
    this.callbacks[slot] = undefined;
    this.integers[slot * 8 + SEQUENCE] = 0;
    this.integers[slot * 8 + NEXT] = this.free;
    this.free = slot;
  }

  insert(slot: number): void {
    if (this.size === this.heap.length) {
      const larger = new Int32Array(2 * this.size);
      larger.set(this.heap);
      this.heap = larger;
    }
    this.rise(this.size++, slot);
  }

  /** Takes a slot out of the order and keeps it claimed. */
  park(slot: number): void {
    const integers = this.integers;
    const position = integers[slot * 8 + PREVIOUS];
    if (position === PARKED) return;
    integers[slot * 8 + PREVIOUS] = PARKED;
    const last = this.heap[--this.size];
    if (last === slot) return;
    if (position > 0 && this.before(last, this.heap[(position - 1) >> 1])) this.rise(position, last);
    else this.sink(position, last);
  }

  /** The slot of the earliest event, 0 when there is none. */
  first(): number {
    return this.size === 0 ? 0 : this.heap[0];
  }

  isParked(slot: number): boolean {
    return this.integers[slot * 8 + PREVIOUS] === PARKED;
  }

  /** Slots in use are below this number. */
  get limit(): number {
    return this.slots;
  }

  clear(): void {
    for (let slot = this.slots - 1; slot > 0; slot--) if (this.integers[slot * 8] !== 0) this.release(slot);
    this.size = 0;
  }

  private before(a: number, b: number): boolean {
    const x = this.doubles[a * 2];
    const y = this.doubles[b * 2];
    if (x !== y) return x < y;
    const integers = this.integers;
    const difference = integers[a * 8 + PRIORITY] - integers[b * 8 + PRIORITY];
    if (difference !== 0) return difference < 0;
    // A wrapping difference: the order stays right after 2^32 events.
    return ((integers[a * 8 + SEQUENCE] - integers[b * 8 + SEQUENCE]) | 0) < 0;
  }

  private rise(from: number, slot: number): void {
    let position = from;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      const other = this.heap[parent];
      if (!this.before(slot, other)) break;
      this.put(position, other);
      position = parent;
    }
    this.put(position, slot);
  }

  private sink(from: number, slot: number): void {
    let position = from;
    for (;;) {
      let child = 2 * position + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.before(this.heap[child + 1], this.heap[child])) child++;
      const other = this.heap[child];
      if (!this.before(other, slot)) break;
      this.put(position, other);
      position = child;
    }
    this.put(position, slot);
  }

  private put(position: number, slot: number): void {
    this.heap[position] = slot;
    this.integers[slot * 8 + PREVIOUS] = position;
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
