import { Supply } from './supply.ts';
import type { Wait } from './wait.ts';

/** What is put in or taken out is so at once: who has received it has it for good. */
abstract class InventorySide extends Supply {
  /** @internal */
  protected override servedAtOnce(): void {
    this.serve();
  }

  /** @internal */
  protected takeBack(claim: Wait<unknown>): void {
    if (claim.isReceived) return;
    claim.state = 'withdrawn';
    this.giveBack(claim);
    this.serve();
  }

  /** Undoes what a claim has moved, as far as others have not used it since. @internal */
  protected abstract giveBack(claim: Wait<unknown>): void;
}

/** The free room of an inventory: what a `put` waits for. */
export abstract class Room extends InventorySide {
  private readonly inventory: Supply;

  constructor(inventory: Supply, free: number) {
    super(inventory.scheduler, inventory.name, free, free);
    this.inventory = inventory;
  }

  /** @internal */
  override serve(): void {
    this.inventory.serve();
  }

  /** @internal */
  note(free: number): void {
    this.noteAmount(free, free);
  }
}

/** What is put in and taken out, with a queue on either side; its own queue is of those who wait to take. */
export abstract class Inventory extends InventorySide {
  /** @internal */
  protected abstract readonly room: Room;

  /** Those who wait to put, and the free room that they wait for. */
  get putters(): Supply {
    return this.room;
  }

  /** Those who wait to take, then those who wait to put. */
  override get waiting(): Iterable<Wait<unknown>> {
    return [...this.queue, ...this.room.waiting];
  }

  /** @internal */
  protected override serveAll(): void {
    while (this.putBack() || this.serveQueue() || this.room.serveQueue());
  }

  /**
   * Puts in what was taken and came back when others had filled its place, as far as there is room: before all that
   * waits. Says whether there was any.
   *
   * @internal
   */
  protected abstract putBack(): boolean;
}
