import { answerOf, givenText } from '../refusal/index.ts';
import { located } from './located.ts';
import type { Supply } from './supply.ts';

export interface Item<T> {
  value: T;
  since: number;
  /** The lower, the older. */
  serial: number;
}

/** The items of a store, in order, as functions of the model see them: these may only look. */
export class Shelf<T> {
  private readonly items: Item<T>[] = [];
  private readonly store: Supply;
  private readonly order: ((left: T, right: T) => number) | undefined;
  private inserted = 0;
  private isLooking = false;

  /** Without an order, the oldest is the first. */
  constructor(store: Supply, order: ((left: T, right: T) => number) | undefined) {
    this.store = store;
    this.order = order;
  }

  get size(): number {
    return this.items.length;
  }

  newItem(value: T): Item<T> {
    return { value, since: this.store.scheduler.clock, serial: ++this.inserted };
  }

  /** Puts an item in its place by order and age. */
  place(item: Item<T>): void {
    const { items } = this;
    this.checkIsNotLooking();
    let index = items.length;
    while (index > 0 && this.comesBefore(item, items[index - 1])) index--;
    items.splice(index, 0, item);
  }

  /** Takes the first item that a predicate accepts; undefined where there is none. */
  take(predicate: ((item: T) => boolean) | undefined): Item<T> | undefined {
    this.checkIsNotLooking();
    const index = this.choose(predicate);
    return index < 0 ? undefined : this.items.splice(index, 1)[0];
  }

  private choose(predicate: ((item: T) => boolean) | undefined): number {
    return predicate === undefined
      ? 0
      : this.asked('predicate', () => this.items.findIndex((item) => answerOf(predicate(item.value))));
  }

  /** Removes an item, if it is here. */
  remove(item: Item<T>): void {
    const index = this.items.indexOf(item);
    if (index >= 0) this.items.splice(index, 1);
  }

  private comesBefore(left: Item<T>, right: Item<T>): boolean {
    const { order } = this;
    const byOrder =
      order === undefined ? 0 : this.asked('order', () => asNumber(order(left.value, right.value)));
    return byOrder < 0 || (byOrder === 0 && left.serial < right.serial);
  }

  /** What a function of the model says, which may only look at the store. */
  private asked(what: 'predicate' | 'order', look: () => number): number {
    const { store } = this;
    this.isLooking = true;
    try {
      return look();
    } catch (error) {
      throw located(error, `day ${store.scheduler.clock}`, `${store.describe()}: ${what}: `);
    } finally {
      this.isLooking = false;
    }
  }

  private checkIsNotLooking(): void {
    if (this.isLooking)
      throw this.store.fault('changed by its own predicate or order, expected one that only looks');
  }
}

/** What an order says of two items: true and false, or NaN, would leave them unsorted. */
function asNumber(value: unknown): number {
  if (typeof value === 'number' && !Number.isNaN(value)) return value;
  throw new Error(`${givenText(value)}, expected a number below, at or above 0`);
}
