import type { Scheduler } from './scheduler.ts';
import { Supply } from './supply.ts';
import { NO_OPTIONS, Wait } from './wait.ts';
import type { ClaimOptions } from './wait.ts';

export interface StoreOptions<T> {
  /** Most items it can hold. Default: no limit. */
  capacity?: number;
  /** Which item is handed out first (negative: the left one). Default: the oldest. */
  order?: (left: T, right: T) => number;
}

interface TakeOptions<T> extends ClaimOptions {
  predicate?: ((item: T) => boolean) | undefined;
}

interface Item<T> {
  value: T;
  since: number;
}

/** Distinct items that are put in and taken out, by age, by order or by predicate. */
export class Store<T> extends Supply {
  readonly kind = 'store';
  readonly capacity: number;
  private readonly items: Item<T>[] = [];
  private readonly order: ((left: T, right: T) => number) | undefined;

  constructor(scheduler: Scheduler, name: string, { capacity = Infinity, order }: StoreOptions<T> = {}) {
    super(scheduler, name, 0, 0);
    if (!(capacity > 0)) throw this.fault(`capacity ${capacity}, expected a number > 0`);
    this.capacity = capacity;
    this.order = order;
  }

  get size(): number {
    return this.items.length;
  }

  /** Puts an item in at once; throws when the store is full. */
  put(value: T): void {
    if (this.items.length >= this.capacity)
      throw this.fault(`put into a full store, expected fewer than ${this.capacity} items`);
    this.insert(value);
    this.serve();
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
    const chosen: TakeOptions<T> = predicate === undefined ? options : { ...options, predicate };
    return new Wait<T>(this, 1, chosen);
  }

  /** Calls back with an item when there is one. */
  request(
    callback: (item: T, argument: number) => void,
    argument = 0,
    label: number = this.label,
    entity = 0,
    options: TakeOptions<T> = NO_OPTIONS,
  ): Wait<T> {
    const claim = new Wait<T>(this, 1, options);
    const deliver = (given: number): void => callback(claim.result as T, given);
    return claim.beginCall(deliver, argument, label, entity, options.priority ?? 0);
  }

  override serve(): void {
    // Unlike amounts, items differ: who finds none to suit lets the next one look.
    for (const claim of this.queue) this.meet(claim);
  }

  protected meet(claim: Wait<unknown>): boolean {
    const { predicate } = claim.options as TakeOptions<T>;
    const index = predicate === undefined ? 0 : this.items.findIndex((item) => predicate(item.value));
    if (index < 0 || index >= this.items.length) return false;
    const [item] = this.items.splice(index, 1);
    this.noteAmount(this.items.length, this.items.length);
    this.dequeue(claim, 'held');
    claim.succeed(item.value, item.since);
    return true;
  }

  protected takeBack(claim: Wait<unknown>): void {
    this.insert(claim.result as T);
    this.serve();
  }

  private insert(value: T): void {
    const { items, order } = this;
    let index = items.length;
    if (order !== undefined) while (index > 0 && order(value, items[index - 1].value) < 0) index--;
    items.splice(index, 0, { value, since: this.scheduler.clock });
    this.noteAmount(items.length, items.length);
  }
}
