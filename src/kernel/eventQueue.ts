import { EventSlots, NEXT, PREVIOUS } from './eventSlots.ts';
const IN_BOTTOM = -0x80000000;
const TOP = 0;
const MAX_RUNGS = 8;
// Measured at 100, 10,000 and 1,000,000 pending: 8 or 24, and 48 or 128, differ by less than 5 %.
const FEW = 24;
const MANY = 48;

/**
 * The pending events in the order (time, priority, sequence), lowest first.
 *
 * The order is a ladder: far events lie unsorted in `top`, nearer ones in the buckets of a few rungs, each rung
 * dividing one bucket of the rung above, and only the next few (`bottom`) are sorted. The bottom becomes a heap where
 * sorting would be quadratic: many events at one time, or inserted close to now.
 */
export class EventQueue extends EventSlots {
  size = 0;
  private bottom: Int32Array = new Int32Array(64);
  private bottomTimes: Float64Array = new Float64Array(64);
  private bottomSize = 0;
  private isHeap = false;
  private heads: Int32Array = new Int32Array(64);
  private rungs = 0;
  private readonly rungStart = new Float64Array(MAX_RUNGS);
  private readonly rungScale = new Float64Array(MAX_RUNGS);
  private readonly rungBase = new Int32Array(MAX_RUNGS);
  private readonly rungBuckets = new Int32Array(MAX_RUNGS);
  private readonly rungNext = new Int32Array(MAX_RUNGS);
  // Times above the first belong to the top; then its bounds.
  private readonly topBounds: Float64Array = new Float64Array([-Infinity, Infinity, -Infinity]);

  insert(slot: number): void {
    const time = this.doubles[slot * 2];
    const bounds = this.topBounds;
    this.size++;
    if (time > bounds[0]) {
      if (time < bounds[1]) bounds[1] = time;
      if (time > bounds[2]) bounds[2] = time;
      this.link(TOP, slot);
      return;
    }
    for (let rung = 0; rung < this.rungs; rung++) {
      const bucket = this.bucketOf(rung, time);
      if (bucket >= this.rungNext[rung]) {
        this.link(this.rungBase[rung] + bucket, slot);
        return;
      }
    }
    this.intoBottom(slot, time);
  }

  /** Takes a slot out of the order and keeps it claimed. */
  park(slot: number): void {
    const integers = this.integers;
    const base = slot * 8;
    const previous = integers[base + PREVIOUS];
    if (previous === 0) return;
    this.size--;
    integers[base + PREVIOUS] = 0;
    if (previous === IN_BOTTOM) {
      this.outOfBottom(slot);
      return;
    }
    const next = integers[base + NEXT];
    if (previous > 0) integers[previous * 8 + NEXT] = next;
    else this.heads[~previous] = next;
    if (next !== 0) integers[next * 8 + PREVIOUS] = previous;
  }

  /** The slot of the earliest event, 0 when there is none. */
  first(): number {
    if (this.bottomSize === 0 && !this.refill()) return 0;
    return this.bottom[this.isHeap ? 0 : this.bottomSize - 1];
  }

  /** Takes the earliest event out of the order. */
  shift(): void {
    this.size--;
    const last = this.bottom[--this.bottomSize];
    if (!this.isHeap) this.integers[last * 8 + PREVIOUS] = 0;
    else {
      this.integers[this.bottom[0] * 8 + PREVIOUS] = 0;
      if (this.bottomSize > 0) this.sink(0, last);
    }
  }

  clear(): void {
    this.releaseAll();
    this.size = this.bottomSize = this.rungs = this.heads[TOP] = 0;
    this.topBounds.set([-Infinity, Infinity, -Infinity]);
  }

  // Rounding makes this inexact, but never out of order: it does not fall when the time rises.
  private bucketOf(rung: number, time: number): number {
    const bucket = (time - this.rungStart[rung]) * this.rungScale[rung];
    const last = this.rungBuckets[rung] - 1;
    // Compared before it becomes an integer: far beyond a fine rung it does not fit in 32 bits.
    return bucket < last ? bucket | 0 : last;
  }

  private link(list: number, slot: number): void {
    const { heads, integers } = this;
    const next = heads[list];
    heads[list] = slot;
    integers[slot * 8 + NEXT] = next;
    integers[slot * 8 + PREVIOUS] = ~list;
    if (next !== 0) integers[next * 8 + PREVIOUS] = slot;
  }

  /** Brings the next events into the empty bottom. */
  private refill(): boolean {
    if (this.size === 0) return false;
    this.isHeap = false;
    const bounds = this.topBounds;
    for (;;) {
      const rung = this.rungs - 1;
      if (rung < 0) {
        const low = bounds[1];
        const high = bounds[2];
        // A few events all stay in the bottom, whenever they come.
        bounds[0] = this.size > FEW ? high : Infinity;
        bounds[1] = Infinity;
        bounds[2] = -Infinity;
        const first = this.unhook(TOP);
        if (this.size > FEW && this.addRung(first, this.size, low, high)) continue;
        this.sortIntoBottom(first);
        return true;
      }
      const { heads } = this;
      const base = this.rungBase[rung];
      const end = base + this.rungBuckets[rung];
      let list = base + this.rungNext[rung];
      while (list < end && heads[list] === 0) list++;
      this.rungNext[rung] = list - base + 1;
      // A rung is done with its last bucket, which also holds what came for later than the rung.
      if (list >= end - 1) this.rungs = rung;
      if (list >= end) continue;
      const first = this.unhook(list);
      if (this.divide(first)) continue;
      this.sortIntoBottom(first);
      return true;
    }
  }

  private unhook(list: number): number {
    const first = this.heads[list];
    this.heads[list] = 0;
    return first;
  }

  /** Spreads a crowded bucket over a finer rung; false when it is not crowded or cannot be divided. */
  private divide(first: number): boolean {
    const { integers, doubles } = this;
    let count = 0;
    let low = Infinity;
    let high = -Infinity;
    for (let slot = first; slot !== 0; slot = integers[slot * 8 + NEXT]) {
      const time = doubles[slot * 2];
      if (time < low) low = time;
      if (time > high) high = time;
      count++;
    }
    return count > MANY && this.addRung(first, count, low, high);
  }

  private addRung(first: number, buckets: number, low: number, high: number): boolean {
    const scale = buckets / (high - low);
    if (this.rungs === MAX_RUNGS || !(scale < Infinity)) return false;
    const rung = this.rungs++;
    const base = rung === 0 ? TOP + 1 : this.rungBase[rung - 1] + this.rungBuckets[rung - 1];
    if (base + buckets > this.heads.length) {
      const heads = new Int32Array(Math.max(base + buckets, 2 * this.heads.length));
      heads.set(this.heads);
      this.heads = heads;
    }
    this.heads.fill(0, base, base + buckets);
    this.rungStart[rung] = low;
    this.rungScale[rung] = scale;
    this.rungBase[rung] = base;
    this.rungBuckets[rung] = buckets;
    this.rungNext[rung] = 0;
    for (let slot = first; slot !== 0;) {
      const next = this.integers[slot * 8 + NEXT];
      this.link(base + this.bucketOf(rung, this.doubles[slot * 2]), slot);
      slot = next;
    }
    return true;
  }

  private sortIntoBottom(first: number): void {
    for (let slot = first; slot !== 0;) {
      const next = this.integers[slot * 8 + NEXT];
      this.intoBottom(slot, this.doubles[slot * 2]);
      slot = next;
    }
  }

  private intoBottom(slot: number, time: number): void {
    this.integers[slot * 8 + PREVIOUS] = IN_BOTTOM;
    if (this.bottomSize === this.bottom.length) this.growBottom();
    const { bottom, bottomTimes } = this;
    let position = this.bottomSize++;
    if (this.isHeap) {
      this.rise(position, slot);
      return;
    }
    // Latest first, so that the earliest is taken from the end.
    while (position > 0) {
      const other = bottomTimes[position - 1];
      if (other > time || (other === time && this.after(bottom[position - 1], slot))) break;
      bottom[position] = bottom[position - 1];
      bottomTimes[position] = other;
      position--;
    }
    bottom[position] = slot;
    bottomTimes[position] = time;
    if (this.bottomSize > MANY && !this.spill()) this.makeHeap();
  }

  /** Moves the later half of a bottom that holds everything to the top; false when its times do not differ. */
  private spill(): boolean {
    const { bottom, bottomTimes, bottomSize, topBounds } = this;
    let moved = bottomSize >> 1;
    const limit = bottomTimes[moved];
    while (moved > 0 && bottomTimes[moved - 1] === limit) moved--;
    if (moved === 0 || topBounds[0] < Infinity) return false;
    topBounds.set([limit, bottomTimes[moved - 1], bottomTimes[0]]);
    for (let position = 0; position < moved; position++) this.link(TOP, bottom[position]);
    bottom.copyWithin(0, moved, bottomSize);
    bottomTimes.copyWithin(0, moved, bottomSize);
    this.bottomSize = bottomSize - moved;
    return true;
  }

  private makeHeap(): void {
    this.isHeap = true;
    this.bottom.subarray(0, this.bottomSize).reverse();
    for (let position = 0; position < this.bottomSize; position++) this.put(position, this.bottom[position]);
  }

  private outOfBottom(slot: number): void {
    const { bottom, bottomTimes } = this;
    const last = --this.bottomSize;
    if (this.isHeap) {
      const moved = bottom[last];
      if (moved === slot) return;
      const position = this.integers[slot * 8 + NEXT];
      if (position > 0 && this.before(moved, bottom[(position - 1) >> 1])) this.rise(position, moved);
      else this.sink(position, moved);
    } else {
      let position = last;
      while (bottom[position] !== slot) position--;
      bottom.copyWithin(position, position + 1, last + 1);
      bottomTimes.copyWithin(position, position + 1, last + 1);
    }
  }

  private before(a: number, b: number): boolean {
    const difference = this.doubles[a * 2] - this.doubles[b * 2];
    return difference < 0 || (difference === 0 && !this.after(a, b));
  }

  private rise(from: number, slot: number): void {
    let position = from;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      if (!this.before(slot, this.bottom[parent])) break;
      this.put(position, this.bottom[parent]);
      position = parent;
    }
    this.put(position, slot);
  }

  private sink(from: number, slot: number): void {
    const { bottom, bottomSize } = this;
    let position = from;
    for (let child = 2 * position + 1; child < bottomSize; child = 2 * position + 1) {
      if (child + 1 < bottomSize && this.before(bottom[child + 1], bottom[child])) child++;
      if (!this.before(bottom[child], slot)) break;
      this.put(position, bottom[child]);
      position = child;
    }
    this.put(position, slot);
  }

  // In the heap a slot's NEXT is its position.
  private put(position: number, slot: number): void {
    this.bottom[position] = slot;
    this.integers[slot * 8 + NEXT] = position;
  }

  private growBottom(): void {
    const bottom = new Int32Array(2 * this.bottom.length);
    bottom.set(this.bottom);
    this.bottom = bottom;
    const bottomTimes = new Float64Array(bottom.length);
    bottomTimes.set(this.bottomTimes);
    this.bottomTimes = bottomTimes;
  }
}
