import { located } from './located.ts';
import type { Scheduler } from './scheduler.ts';
import { shown } from './shown.ts';
import { Supply } from './supply.ts';
import { CLAIM_OPTIONS, NO_OPTIONS, REQUEST_OPTIONS, Wait } from './wait.ts';
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

const TAKE_OPTIONS = [...REQUEST_OPTIONS, 'predicate'];

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

  constructor(store: Store<T>) {
    super(store.scheduler, store.name, store.capacity, store.capacity);
    this.store = store;
  }

  /** Claims room now, for a put that may be waited for afterwards. */
  enter(value: T, options: ClaimOptions): Wait<T> {
    if (options !== NO_OPTIONS) this.check(options, CLAIM_OPTIONS);
    const claim = new Wait<T>(this, 1, options);
    claim.result = value;
    return claim.enter();
  }

  note(free: number): void {
    this.noteAmount(free, free);
  }

  override serve(): void {
    this.store.serve();
  }

  protected override servedAtOnce(): void {
    this.serve();
  }

  protected meet(claim: Wait<unknown>): boolean {
    const { store, scheduler } = this;
    if (!store.hasRoom) return false;
    const availableSince = this.availableSince(1);
    claim.item = store.insert(claim.result as T, scheduler.clock);
    this.dequeue(claim, 'held');
    this.grant(claim, claim.result, availableSince);
    return true;
  }

  // What others have taken since is not taken back.
  protected takeBack(claim: Wait<unknown>): void {
    if (claim.isReceived) return;
    claim.state = 'withdrawn';
    this.store.remove(claim.item as Item<T>);
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
  // Taken items that came back when others had filled their places: the first to go in when there is room.
  private readonly returned: Item<T>[] = [];
  private inserted = 0;
  private isLooking = false;

  constructor(scheduler: Scheduler, name: string, options: StoreOptions<T> = {}) {
    super(scheduler, name, 0, 0);
    this.checkNames(options, ['capacity', 'order']);
    const { capacity = Infinity, order } = options;
    this.checkFunction('order', order);
    if (!(capacity > 0 && (Number.isInteger(capacity) || capacity === Infinity)))
      throw this.fault(`capacity ${shown(capacity)}, expected a whole number > 0`);
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
   * Those who wait to put, and the free room that they wait for; the store's own queue is of those who wait to take.
   */
  get putters(): Supply {
    return this.room;
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
    if (options !== NO_OPTIONS) this.check(options, CLAIM_OPTIONS);
    this.checkFunction('predicate', predicate);
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
    if (options !== NO_OPTIONS) this.check(options, TAKE_OPTIONS);
    this.checkFunction('predicate', options.predicate);
    if (typeof callback !== 'function') throw this.fault(`callback ${shown(callback)}, expected a function`);
    const claim = new Wait<T>(this, 1, options);
    const deliver = (given: number): void => callback(claim.result as T, given);
    return claim.beginCall(deliver, argument, label, entity);
  }

  /** @internal */
  protected override serveAll(): void {
    while (this.takeIn() || this.serveQueue() || this.room.serveQueue());
  }

  private takeIn(): boolean {
    const isAny = this.returned.length > 0 && this.hasRoom;
    if (isAny) this.place(this.returned.shift()!);
    return isAny;
  }

  /** @internal */
  override serveQueue(): boolean {
    const { queue } = this;
    const { length } = queue;
    // Unlike amounts, items differ: who finds none to suit lets the next one look. Who is served may withdraw others,
    // so that the walk begins again; those who found nothing before find nothing now.
    for (let claim = queue.first; claim !== undefined && this.items.length > 0;)
      claim = this.meet(claim) ? queue.first : claim.following;
    return queue.length < length;
  }

  /** @internal */
  protected override servedAtOnce(): void {
    this.serve();
  }

  /** Those who wait to take, then those who wait to put. */
  override get waiting(): Iterable<Wait<unknown>> {
    return [...this.queue, ...this.room.waiting];
  }

  /** Puts a new item in; called by the kernel. @internal */
  insert(value: T, since: number): Item<T> {
    const item = { value, since, serial: ++this.inserted };
    this.place(item);
    return item;
  }

  /** Puts an item in its place by order and age; called by the kernel. @internal */
  place(item: Item<T>): void {
    const { items } = this;
    this.checkIsNotLooking();
    let index = items.length;
    while (index > 0 && this.comesBefore(item, items[index - 1])) index--;
    items.splice(index, 0, item);
    this.noteSize();
  }

  /** Removes an item if it is still there, or waits to come back; called by the kernel. @internal */
  remove(item: Item<T>): void {
    for (const items of [this.items, this.returned]) {
      const index = items.indexOf(item);
      if (index >= 0) items.splice(index, 1);
    }
    this.noteSize();
  }

  private noteSize(): void {
    const { length } = this.items;
    this.noteAmount(length, length);
    this.room.note(this.capacity - length);
  }

  /** @internal */
  protected meet(claim: Wait<unknown>): boolean {
    this.checkIsNotLooking();
    const index = this.choose((claim.options as TakeOptions<T>).predicate);
    if (index < 0 || index >= this.items.length) return false;
    const [item] = this.items.splice(index, 1);
    this.noteSize();
    this.dequeue(claim, 'held');
    claim.item = item;
    this.grant(claim as Wait<T>, item.value, item.since);
    return true;
  }

  /** @internal */
  protected takeBack(claim: Wait<unknown>): void {
    if (claim.isReceived) return;
    claim.state = 'withdrawn';
    this.returned.push(claim.item as Item<T>);
    this.serve();
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
