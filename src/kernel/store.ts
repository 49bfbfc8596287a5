import type { Scheduler } from './scheduler.ts';
import { Claim, Supply } from './supply.ts';
import type { ClaimOptions, SupplyStatistics } from './supply.ts';
import { CallbackWaiter } from './wait.ts';
import type { Wait } from './wait.ts';

export interface StoreOptions<T> {
  /** Most items it can hold. Default: no limit. */
  capacity?: number;
  /** Which item is handed out first (negative: the left one). Default: the oldest. */
  order?: (left: T, right: T) => number;
}

interface Item<T> {
  value: T;
  since: number;
}

class StoreClaim<T> extends Claim<T> {
  readonly predicate: ((item: T) => boolean) | undefined;

  constructor(store: Store<T>, predicate: ((item: T) => boolean) | undefined, options: ClaimOptions) {
    super(store, options);
    this.predicate = predicate;
  }
}

/** Distinct items that are put in and taken out, by age, by order or by predicate. */
export class Store<T> extends Supply<StoreClaim<T>> {
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
    this.insert({ value, since: this.scheduler.now });
    this.noteAmount(this.items.length, this.items.length);
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
  take(predicate?: (item: T) => boolean, options: ClaimOptions = {}): Wait<T | undefined> {
    return new StoreClaim(this, predicate, options);
  }

  /** Calls back with an item when there is one. */
  request(
    callback: (item: T, argument: number) => void,
    argument = 0,
    label: number = this.label,
    entity = 0,
    options: ClaimOptions & { predicate?: (item: T) => boolean } = {},
  ): Wait<T> {
    const claim = new StoreClaim(this, options.predicate, options);
    const deliver = (given: number): void => callback(claim.result as T, given);
    claim.begin(new CallbackWaiter(this.scheduler, deliver, argument, label, entity, options.priority ?? 0));
    return claim;
  }

  statistics(): SupplyStatistics {
    return this.figures();
  }

  override serve(): void {
    // Unlike amounts, items differ: who finds none to suit lets the next one look.
    for (const claim of this.queue) this.meet(claim);
  }

  protected meet(claim: StoreClaim<T>): boolean {
    const { predicate } = claim;
    const index = predicate === undefined ? 0 : this.items.findIndex((item) => predicate(item.value));
    if (index < 0 || index >= this.items.length) return false;
    const [item] = this.items.splice(index, 1);
    this.noteAmount(this.items.length, this.items.length);
    claim.succeed(item.value, item.since);
    return true;
  }

  takeBack(claim: StoreClaim<T>): void {
    this.insert({ value: claim.result as T, since: this.scheduler.now });
    this.noteAmount(this.items.length, this.items.length);
    this.serve();
  }

  private insert(item: Item<T>): void {
    const { items, order } = this;
    let index = items.length;
    if (order !== undefined) while (index > 0 && order(item.value, items[index - 1].value) < 0) index--;
    items.splice(index, 0, item);
  }
}
