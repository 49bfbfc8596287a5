import { asWritten } from '../refusal/index.ts';
import { amountWords, claimOf, isAmount, meetAmount } from './amountClaim.ts';
import type { AmountSource } from './amountClaim.ts';
import { BoundedSum } from './boundedSum.ts';
import { NO_OPTIONS, REQUEST_OPTIONS } from './claimOptions.ts';
import type { ClaimOptions, RequestOptions } from './claimOptions.ts';
import type { Callback } from './eventTarget.ts';
import { Inventory } from './inventory.ts';
import { LevelRoom } from './levelRoom.ts';
import type { Scheduler } from './scheduler.ts';
import type { Wait } from './wait.ts';

export interface LevelOptions {
  /** Contents at the start. Default 0. */
  initial?: number;
  /** Most that it holds. Default: no limit. */
  capacity?: number;
  /** Least that it holds; below 0 where orders are taken that are filled later. Default 0. */
  minimum?: number;
}

/** A quantity that is put in and taken out, always between minimum and capacity: megawatts, fuel, money. */
export class Level extends Inventory implements AmountSource {
  readonly kind = 'level';
  readonly capacity: number;
  readonly minimum: number;
  /** @internal */
  protected readonly room: LevelRoom;
  private readonly contents: BoundedSum;
  private returned = 0;

  constructor(scheduler: Scheduler, name: string, options: LevelOptions = {}) {
    const { initial = 0, capacity = Infinity, minimum = 0 } = options ?? {};
    super(scheduler, name, initial, initial - minimum);
    this.checkNames(options, ['initial', 'capacity', 'minimum']);
    for (const [what, value] of Object.entries({ initial, capacity, minimum }))
      if (typeof value !== 'number') throw this.fault(`${what} ${asWritten(value)}, expected a number`);
    if (Number.isNaN(capacity)) throw this.fault('capacity NaN, expected a number');
    if (!(minimum <= capacity))
      throw this.fault(`minimum ${minimum}, expected at most the capacity, ${capacity}`);
    if (!(initial >= minimum && initial <= capacity && Number.isFinite(initial)))
      throw this.fault(`initial ${initial}, expected from ${minimum} to the capacity, ${capacity}`);
    this.capacity = capacity;
    this.minimum = minimum;
    this.contents = new BoundedSum(initial, minimum, capacity);
    this.room = new LevelRoom(this, this.contents);
  }

  get amount(): number {
    return this.contents.value;
  }

  get available(): number {
    return this.amount - this.minimum;
  }

  /**
   * Waits until the amount is there and takes it. With `patience` the result may be `undefined`.
   *
   * Throws on an amount that can never be there.
   */
  take(amount: number, options?: Omit<ClaimOptions, 'patience'>): Wait<number>;
  take(amount: number, options: ClaimOptions): Wait<number | undefined>;
  take(amount: number, options: ClaimOptions = NO_OPTIONS): Wait<number | undefined> {
    return claimOf(this, this.contents, amount, options);
  }

  /**
   * Puts an amount in, at once where there is room; a process may wait until it is in: `yield* tank.put(5)`.
   *
   * A process that does not wait goes on, and the amount waits for room without it. Elsewhere nothing can wait: it
   * goes in before those who do, as by `add`, or throws when there is no room. With `patience` the result may be
   * `undefined`.
   */
  put(amount: number, options?: Omit<ClaimOptions, 'patience'>): Wait<number>;
  put(amount: number, options: ClaimOptions): Wait<number | undefined>;
  put(amount: number, options: ClaimOptions = NO_OPTIONS): Wait<number | undefined> {
    const claim = claimOf(this.room, this.contents, amount, options);
    if (this.scheduler.runningStep === undefined && !this.room.canMove(amount)) {
      claim.withdraw();
      this.checkFits('put', amount);
    }
    return claim.enter();
  }

  /** Calls back when the amount has been taken; or `onRenege`, where it is given, when the patience has run out. */
  request(
    amount: number,
    callback: Callback,
    argument = 0,
    label: number = this.label,
    entity = 0,
    options: RequestOptions = NO_OPTIONS,
  ): Wait<number> {
    const claim = claimOf(this, this.contents, amount, options, REQUEST_OPTIONS);
    return claim.beginCall(callback, argument, label, entity);
  }

  /** Adds at once, before those who wait to put; throws when there is no room. */
  add(amount: number): void {
    this.checkFits('add', amount);
    this.change(amount);
    this.serve();
  }

  /** Throws on what cannot go in now. */
  private checkFits(what: string, amount: number): void {
    const { available } = this.room;
    if (!isAmount(amount) || !this.room.canMove(amount))
      throw this.fault(`${what} of ${asWritten(amount)}, expected from 0 to the free room, ${available}`);
  }

  /** @internal */
  canMove(amount: number): boolean {
    return this.contents.allows(-amount);
  }

  /** @internal */
  move(amount: number): void {
    this.change(-amount);
  }

  /** Changes the contents by what they allow; called by the kernel. @internal */
  change(by: number): void {
    this.contents.add(by);
    this.noteAmount(this.amount, this.available);
    this.room.note(this.room.available);
  }

  override describe(claim?: Wait<unknown>): string {
    return `${amountWords(claim)}${super.describe(claim)}`;
  }

  /** @internal */
  protected meet(claim: Wait<unknown>): boolean {
    return meetAmount(this, claim);
  }

  /** @internal */
  protected putBack(): boolean {
    const part = Math.min(this.returned, this.room.available);
    if (part > 0) {
      this.returned -= part;
      this.change(part);
    }
    return part > 0;
  }

  /** @internal */
  protected giveBack({ amount }: Wait<unknown>): void {
    this.returned += amount;
  }
}
