import { located } from './located.ts';
import type { Scheduler } from './scheduler.ts';
import { Supply } from './supply.ts';
import { NO_OPTIONS, Wait } from './wait.ts';
import type { ClaimOptions, RequestOptions } from './wait.ts';

export interface StoreOptions<T> {
  /** Most items it can hold. Default: no limit. */
  capacity?: number;
  /** Which item is handed out first (negative: the left one). Default: the oldest. */
  order?: (left: T, right: T) => number;
}

interface TakeOptions<T> extends RequestOptions {
  predicate?: ((item: T) => boolean) | undefined;
}

interface Item<T> {
  value: T;
  since: number;
  /** The lower, the older. */
  serial: number;
}

/** The free room of a store: what a `put` waits for. */
class Room<T> extends Supply {
  readonly kind = 'room in store';
  private readonly store: Store<T>;
  // Taken items that came back when others had filled their places: the first to go in when there is room.
  private readonly returned: Item<T>[] = [];

  constructor(store: Store<T>) {
    super(store.scheduler, store.name, 0, 0);
    this.store = store;
  }

  /** Claims room now, for a put that may be waited for afterwards. */
  enter(value: T, options: ClaimOptions): Wait<T> {
    this.check(options);
    const claim = new Wait<T>(this, 1, options);
    claim.result = value;
    return claim.enter();
  }

  override serve(): void {
    while (this.returned.length > 0 && this.store.hasRoom) this.store.place(this.returned.shift()!);
    super.serve();
  }

  /** Takes an item back into the store, now or when there is room. */
  takeIn(item: Item<T>): void {
    this.returned.push(item);
    this.serve();
    this.store.serve();
  }

  protected meet(claim: Wait<unknown>): boolean {
    const { store, scheduler } = this;
    if (!store.hasRoom) return false;
    claim.memo = store.insert(claim.result as T, scheduler.clock);
    this.dequeue(claim, 'held');
    this.grant(claim, claim.result, NaN);
    store.serve();
    return true;
  }

  // What others have taken since is not taken back.
  protected takeBack(claim: Wait<unknown>): void {
    if (claim.isReceived) return;
    claim.state = 'withdrawn';
    this.store.remove(claim.memo as Item<T>);
    this.serve();
  }
}

/** Distinct items that are put in and taken out, by age, by order or by predicate. */
export class Store<T> extends Supply {
  readonly kind = 'store';
  readonly capacity: number;
  private readonly items: Item<T>[] = [];
  private readonly order: ((left: T, right: T) => number) | undefined;
  private readonly room: Room<T>;
  private inserted = 0;
  private isLooking = false;

  constructor(scheduler: Scheduler, name: string, { capacity = Infinity, order }: StoreOptions<T> = {}) {
    super(scheduler, name, 0, 0);
    if (!(capacity > 0 && (Number.isInteger(capacity) || capacity === Infinity)))
      throw this.fault(`capacity ${capacity}, expected a whole number > 0`);
    this.capacity = capacity;
    this.order = order;
    this.room = new Room<T>(this);
  }

  get size(): number {
    return this.items.length;
  }

  get hasRoom(): boolean {
    return this.items.length < this.capacity;
  }

  /**
   * Puts an item in, at once where there is room; a process may wait until it is in: `yield* dock.put(rack)`.
   *
   * A process that does not wait goes on, and the item waits for room without it. Elsewhere, throws when the store
   * is full.
   */
  put(value: T, options: ClaimOptions = NO_OPTIONS): Wait<T> {
    if (this.scheduler.runningStep === undefined && !this.hasRoom)
      throw this.fault(`put into a full store, expected fewer than ${this.capacity} items`);
    return this.room.enter(value, options);
  }

  /**
   * Waits for an item, the first that the predicate accepts: `const rack = yield* dock.take()`.
   *
   * Claims are served in order; one whose predicate accepts no item lets the next ones pass.
   */
  take(predicate?: (item: T) => boolean): Wait<T>;
  take(predicate: ((item: T) => boolean) | undefined, options: Omit<ClaimOptions, 'patience'>): Wait<T>;
  take(predicate: ((item: T) => boolean) | undefined, options: ClaimOptions): Wait<T | undefined>;
  take(predicate?: (item: T) => boolean, options: ClaimOptions = NO_OPTIONS): Wait<T | undefined> {
    this.check(options);
    const chosen: TakeOptions<T> = predicate === undefined ? options : { ...options, predicate };
    return new Wait<T>(this, 1, chosen);
  }

  /** Calls back with an item when there is one; or `onRenege`, where it is given, when the patience has run out. */
  request(
    callback: (item: T, argument: number) => void,
    argument = 0,
    label: number = this.label,
    entity = 0,
    options: TakeOptions<T> = NO_OPTIONS,
  ): Wait<T> {
    this.check(options);
    const claim = new Wait<T>(this, 1, options);
    const deliver = (given: number): void => callback(claim.result as T, given);
    return claim.beginCall(deliver, argument, label, entity, options.priority ?? 0);
  }

  override serve(): void {
    this.checkIsOfThisRun();
    // Unlike amounts, items differ: who finds none to suit lets the next one look. Who is served may withdraw others,
    // so that the walk begins again; those who found nothing before find nothing now.
    for (let claim = this.queue.first; claim !== undefined && this.items.length > 0;)
      claim = this.meet(claim) ? this.queue.first : claim.following;
  }

  /** Those who wait to take, then those who wait to put. */
  override get waiting(): Iterable<Wait<unknown>> {
    return [...this.queue, ...this.room.waiting];
  }

  /** Puts a new item in; called by the kernel. */
  insert(value: T, since: number): Item<T> {
    const item = { value, since, serial: ++this.inserted };
    this.place(item);
    return item;
  }

  /** Puts an item in its place by order and age; called by the kernel. */
  place(item: Item<T>): void {
    const { items } = this;
    this.checkIsNotLooking();
    let index = items.length;
    while (index > 0 && this.comesBefore(item, items[index - 1])) index--;
    items.splice(index, 0, item);
    this.noteAmount(items.length, items.length);
  }

  /** Removes an item if it is still there; called by the kernel. */
  remove(item: Item<T>): void {
    const index = this.items.indexOf(item);
    if (index < 0) return;
    this.items.splice(index, 1);
    this.noteAmount(this.items.length, this.items.length);
  }

  protected meet(claim: Wait<unknown>): boolean {
    this.checkIsNotLooking();
    const index = this.choose((claim.options as TakeOptions<T>).predicate);
    if (index < 0 || index >= this.items.length) return false;
    const [item] = this.items.splice(index, 1);
    this.noteAmount(this.items.length, this.items.length);
    this.dequeue(claim, 'held');
    claim.memo = item;
    this.grant(claim as Wait<T>, item.value, item.since);
    this.room.serve();
    return true;
  }

  protected takeBack(claim: Wait<unknown>): void {
    if (claim.isReceived) return;
    claim.state = 'withdrawn';
    this.room.takeIn(claim.memo as Item<T>);
  }

  private choose(predicate: ((item: T) => boolean) | undefined): number {
    return predicate === undefined
      ? 0
      : this.asked('predicate', () => this.items.findIndex((item) => predicate(item.value)));
  }

  private comesBefore(left: Item<T>, right: Item<T>): boolean {
    const { order } = this;
    const byOrder = order === undefined ? 0 : this.asked('order', () => order(left.value, right.value));
    return byOrder < 0 || (byOrder === 0 && left.serial < right.serial);
  }

  /** What a function of the model says, which may only look at the store. */
  private asked(what: 'predicate' | 'order', look: () => number): number {
    this.isLooking = true;
    try {
      return look();
    } catch (error) {
      throw located(error, `day ${this.scheduler.clock}`, `${this.describe()}: ${what}: `);
    } finally {
      this.isLooking = false;
    }
  }

  private checkIsNotLooking(): void {
    if (this.isLooking)
      throw this.fault('changed by its own predicate or order, expected one that only looks');
  }
}
