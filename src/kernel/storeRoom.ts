import { CLAIM_OPTIONS, NO_OPTIONS } from './claimOptions.ts';
import type { ClaimOptions } from './claimOptions.ts';
import { Room } from './inventory.ts';
import type { Item } from './shelf.ts';
import type { Supply } from './supply.ts';
import { Wait } from './wait.ts';

/** A store, as its room sees it. */
interface Fillable<T> extends Supply {
  readonly capacity: number;
  readonly hasRoom: boolean;
  /** Puts a new item in. */
  insert(value: T): Item<T>;
  /** Removes an item if it is still there, or waits to come back. */
  remove(item: Item<T>): void;
}

/** The free room of a store. */
export class StoreRoom<T> extends Room {
  readonly kind = 'room in store';
  private readonly store: Fillable<T>;

  constructor(store: Fillable<T>) {
    super(store, store.capacity);
    this.store = store;
  }

  /** Claims room now, for a put that may be waited for afterwards. */
  enter(value: T, options: ClaimOptions): Wait<T> {
    if (options !== NO_OPTIONS) this.check(options, CLAIM_OPTIONS);
    const claim = new Wait<T>(this, 1, options);
    claim.result = value;
    return claim.enter();
  }

  protected meet(claim: Wait<unknown>): boolean {
    const { store } = this;
    if (!store.hasRoom) return false;
    const availableSince = this.availableSince(1);
    claim.item = store.insert(claim.result as T);
    this.meetWith(claim, claim.result, availableSince);
    return true;
  }

  // What others have taken since is not taken back.
  protected giveBack(claim: Wait<unknown>): void {
    this.store.remove(claim.item as Item<T>);
  }
}
