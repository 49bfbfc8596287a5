import { asWritten } from '../refusal/index.ts';
import { CLAIM_OPTIONS, NO_OPTIONS, REQUEST_OPTIONS } from './claimOptions.ts';
import type { ClaimOptions, RequestOptions } from './claimOptions.ts';
import { Inventory } from './inventory.ts';
import type { Scheduler } from './scheduler.ts';
import { Shelf } from './shelf.ts';
import type { Item } from './shelf.ts';
import { StoreRoom } from './storeRoom.ts';
import { Wait } from './wait.ts';

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

/** Distinct items that are put in and taken out, by age, by order or by predicate. */
export class Store<T> extends Inventory {
  readonly kind = 'store';
  readonly capacity: number;
  /** @internal */
  protected readonly room: StoreRoom<T>;
  private readonly shelf: Shelf<T>;
  private readonly returned: Item<T>[] = [];

  constructor(scheduler: Scheduler, name: string, options: StoreOptions<T> = {}) {
    super(scheduler, name, 0, 0);
    this.checkNames(options, ['capacity', 'order']);
    const { capacity = Infinity, order } = options;
    this.checkFunction('order', order);
    if (!(capacity > 0 && (Number.isInteger(capacity) || capacity === Infinity)))
      throw this.fault(`capacity ${asWritten(capacity)}, expected a whole number > 0`);
    this.capacity = capacity;
    this.shelf = new Shelf(this, order);
    this.room = new StoreRoom<T>(this);
  }

  get size(): number {
    return this.shelf.size;
  }

  get hasRoom(): boolean {
    return this.size < this.capacity;
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
    if (typeof callback !== 'function')
      throw this.fault(`callback ${asWritten(callback)}, expected a function`);
    const claim = new Wait<T>(this, 1, options);
    const deliver = (given: number): void => callback(claim.result as T, given);
    return claim.beginCall(deliver, argument, label, entity);
  }

  /** @internal */
  override serveQueue(): boolean {
    const { queue } = this;
    const { length } = queue;
    // Unlike amounts, items differ: who finds none to suit lets the next one look. Who is served may withdraw others,
    // so that the walk begins again; those who found nothing before find nothing now.
    for (let claim = queue.first; claim !== undefined && this.size > 0;)
      claim = this.meet(claim) ? queue.first : claim.following;
    return queue.length < length;
  }

  /** Puts a new item in; called by the kernel. @internal */
  insert(value: T): Item<T> {
    const item = this.shelf.newItem(value);
    this.place(item);
    return item;
  }

  private place(item: Item<T>): void {
    this.shelf.place(item);
    this.noteSize();
  }

  /** Removes an item if it is still there, or waits to come back; called by the kernel. @internal */
  remove(item: Item<T>): void {
    this.shelf.remove(item);
    const index = this.returned.indexOf(item);
    if (index >= 0) this.returned.splice(index, 1);
    this.noteSize();
  }

  private noteSize(): void {
    this.noteAmount(this.size, this.size);
    this.room.note(this.capacity - this.size);
  }

  /** @internal */
  protected meet(claim: Wait<unknown>): boolean {
    const item = this.shelf.take((claim.options as TakeOptions<T>).predicate);
    if (item === undefined) return false;
    this.noteSize();
    claim.item = item;
    this.meetWith(claim as Wait<T>, item.value, item.since);
    return true;
  }

  /** @internal */
  protected putBack(): boolean {
    const isAny = this.returned.length > 0 && this.hasRoom;
    if (isAny) this.place(this.returned.shift()!);
    return isAny;
  }

  /** @internal */
  protected giveBack(claim: Wait<unknown>): void {
    this.returned.push(claim.item as Item<T>);
  }
}
