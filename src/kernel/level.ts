import type { Callback } from './event-slots.ts';
import type { Scheduler } from './scheduler.ts';
import { Claim, Supply } from './supply.ts';
import type { ClaimOptions, SupplyStatistics } from './supply.ts';
import { CallbackWaiter } from './wait.ts';
import type { Wait } from './wait.ts';

class AmountClaim extends Claim<number> {
  readonly amount: number;

  constructor(level: Level | Room, amount: number, options: ClaimOptions) {
    super(level, options);
    this.amount = amount;
    if (!(amount >= 0 && amount < Infinity))
      throw level.fault(`amount ${amount}, expected a finite number >= 0`);
  }

  override describe(): string {
    return `${this.amount} of ${super.describe()}`;
  }
}

/** The free room of a level: what a `put` waits for. */
class Room extends Supply<AmountClaim> {
  readonly kind = 'room in level';
  private readonly level: Level;

  constructor(level: Level, free: number) {
    super(level.scheduler, level.name, free, free);
    this.level = level;
  }

  /** Notes a change of the contents. */
  note(free: number): void {
    this.noteAmount(free, free);
  }

  protected meet(put: AmountClaim): boolean {
    const { amount } = put;
    if (amount > this.level.capacity - this.level.amount) return false;
    const availableSince = this.freeSince.at(amount);
    this.level.change(amount);
    put.succeed(amount, availableSince);
    this.level.serve();
    return true;
  }

  takeBack(put: AmountClaim): void {
    this.level.change(-put.amount);
    this.serve();
  }
}

/** A quantity that is put in and taken out: megawatts, fuel, money. */
export class Level extends Supply<AmountClaim> {
  readonly kind = 'level';
  readonly capacity: number;
  private contents: number;
  private readonly room: Room;

  constructor(
    scheduler: Scheduler,
    name: string,
    { initial = 0, capacity = Infinity }: { initial?: number; capacity?: number } = {},
  ) {
    super(scheduler, name, initial, initial);
    if (!(initial >= 0 && initial <= capacity && initial < Infinity)) {
      throw this.fault(`initial ${initial}, expected from 0 to the capacity, ${capacity}`);
    }
    this.contents = initial;
    this.capacity = capacity;
    this.room = new Room(this, capacity - initial);
  }

  get amount(): number {
    return this.contents;
  }

  /** Waits until the amount is there and takes it. With `patience` the result may be `undefined`. */
  take(amount: number, options?: Omit<ClaimOptions, 'patience'>): Wait<number>;
  take(amount: number, options: ClaimOptions): Wait<number | undefined>;
  take(amount: number, options: ClaimOptions = {}): Wait<number | undefined> {
    return new AmountClaim(this, amount, options);
  }

  /** Waits until there is room and puts the amount in. */
  put(amount: number, options: ClaimOptions = {}): Wait<number | undefined> {
    return new AmountClaim(this.room, amount, options);
  }

  /** Calls back when the amount has been taken. */
  request(
    amount: number,
    callback: Callback,
    argument = 0,
    label: number = this.label,
    entity = 0,
    options: ClaimOptions = {},
  ): Wait<number> {
    const claim = new AmountClaim(this, amount, options);
    claim.begin(new CallbackWaiter(this.scheduler, callback, argument, label, entity, options.priority ?? 0));
    return claim;
  }

  /** Adds at once; throws when there is no room. */
  add(amount: number): void {
    const isFinite = amount >= 0 && amount < Infinity;
    if (!isFinite || this.contents + amount > this.capacity) {
      throw this.fault(
        `add of ${amount}, expected from 0 to the free room, ${this.capacity - this.contents}`,
      );
    }
    this.change(amount);
    this.serve();
  }

  statistics(): SupplyStatistics {
    return this.figures();
  }

  /** Those who wait to take, then those who wait to put. */
  override get waiting(): Iterable<AmountClaim> {
    return [...this.queue, ...this.room.waiting];
  }

  protected meet(claim: AmountClaim): boolean {
    const { amount } = claim;
    if (amount > this.contents) return false;
    const availableSince = this.freeSince.at(amount);
    this.change(-amount);
    claim.succeed(amount, availableSince);
    this.room.serve();
    return true;
  }

  takeBack(claim: AmountClaim): void {
    this.change(claim.amount);
    this.serve();
  }

  /** Changes the contents; called by the kernel. */
  change(by: number): void {
    this.contents += by;
    this.noteAmount(this.contents, this.contents);
    this.room.note(this.capacity - this.contents);
  }
}
