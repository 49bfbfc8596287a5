import { BoundedSum } from './boundedSum.ts';
import type { Callback } from './eventSlots.ts';
import type { Scheduler } from './scheduler.ts';
import { shown } from './shown.ts';
import { Supply } from './supply.ts';
import { CLAIM_OPTIONS, NO_OPTIONS, REQUEST_OPTIONS, Wait } from './wait.ts';
import type { ClaimOptions, RequestOptions } from './wait.ts';

// A text would be joined to the contents.
const isAmount = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < Infinity;

/** An amount that is claimed in part: the contents of a level, or its free room. */
abstract class Stock extends Supply {
  /** How much could be claimed now. */
  abstract readonly available: number;
  /** What it is of. @internal */
  protected abstract readonly contents: BoundedSum;
  /** Where a claim moves the contents: up or down. @internal */
  protected abstract readonly direction: 1 | -1;

  /** @internal */
  claim(amount: number, options: RequestOptions, names = CLAIM_OPTIONS): Wait<number> {
    const { contents } = this;
    if (!isAmount(amount) || !contents.spans(amount)) {
      const most = contents.high - contents.low;
      const expected = most < Infinity ? `from 0 to ${most}` : 'a finite number >= 0';
      throw this.fault(`amount ${shown(amount)}, expected ${expected}`);
    }
    if (options !== NO_OPTIONS) this.check(options, names);
    return new Wait<number>(this, amount, options);
  }

  override describe(claim?: Wait<unknown>): string {
    return `${claim === undefined ? '' : `${claim.amount} of `}${super.describe(claim)}`;
  }

  /** @internal */
  protected meet(claim: Wait<unknown>): boolean {
    const { amount } = claim;
    if (!this.canMove(amount)) return false;
    // Of the amount dust may be missing.
    const availableSince = this.availableSince(Math.min(amount, this.available));
    this.change(this.direction * amount);
    this.dequeue(claim, 'held');
    this.grant(claim as Wait<number>, amount, availableSince);
    return true;
  }

  /** @internal */
  protected override servedAtOnce(): void {
    this.serve();
  }

  /** @internal */
  protected takeBack(claim: Wait<unknown>): void {
    if (claim.isReceived) return;
    claim.state = 'withdrawn';
    this.giveBack(claim.amount);
    this.serve();
  }

  /** Whether so much could be claimed now. @internal */
  canMove(amount: number): boolean {
    return this.contents.allows(this.direction * amount);
  }

  /** Changes the contents by what they allow. @internal */
  abstract change(by: number): void;
  /** @internal */
  protected abstract giveBack(amount: number): void;
}

/** The free room of a level: what a `put` waits for. */
class Room extends Stock {
  readonly kind = 'room in level';
  /** @internal */
  protected readonly contents: BoundedSum;
  /** @internal */
  protected readonly direction = 1;
  private readonly level: Level;

  constructor(level: Level, contents: BoundedSum) {
    const free = contents.high - contents.value;
    super(level.scheduler, level.name, free, free);
    this.level = level;
    this.contents = contents;
  }

  get available(): number {
    return this.contents.high - this.contents.value;
  }

  note(): void {
    this.noteAmount(this.available, this.available);
  }

  override serve(): void {
    this.level.serve();
  }

  /** @internal */
  override admit(claim: Wait<unknown>): void {
    // What is put where nothing can wait was refused at the call, unless there is room.
    if (this.scheduler.runningStep === undefined && this.meet(claim)) this.servedAtOnce();
    else super.admit(claim);
  }

  change(by: number): void {
    this.level.change(by);
  }

  // What was put in and others have used since stands.
  protected giveBack(amount: number): void {
    if (this.level.canMove(amount)) this.change(-amount);
  }
}

export interface LevelOptions {
  /** Contents at the start. Default 0. */
  initial?: number;
  /** Most that it holds. Default: no limit. */
  capacity?: number;
  /** Least that it holds; below 0 where orders are taken that are filled later. Default 0. */
  minimum?: number;
}

/** A quantity that is put in and taken out, always between minimum and capacity: megawatts, fuel, money. */
export class Level extends Stock {
  readonly kind = 'level';
  readonly capacity: number;
  readonly minimum: number;
  /** @internal */
  protected readonly contents: BoundedSum;
  /** @internal */
  protected readonly direction = -1;
  private readonly room: Room;
  // What was taken and came back when others had filled its place: the first to go in when there is room.
  private returned = 0;

  constructor(scheduler: Scheduler, name: string, options: LevelOptions = {}) {
    const { initial = 0, capacity = Infinity, minimum = 0 } = options ?? {};
    super(scheduler, name, initial, initial - minimum);
    this.checkNames(options, ['initial', 'capacity', 'minimum']);
    for (const [what, value] of Object.entries({ initial, capacity, minimum }))
      if (typeof value !== 'number') throw this.fault(`${what} ${shown(value)}, expected a number`);
    if (!(minimum <= capacity))
      throw this.fault(`minimum ${minimum}, expected at most the capacity, ${capacity}`);
    if (!(initial >= minimum && initial <= capacity && Number.isFinite(initial)))
      throw this.fault(`initial ${initial}, expected from ${minimum} to the capacity, ${capacity}`);
    this.capacity = capacity;
    this.minimum = minimum;
    this.contents = new BoundedSum(initial, minimum, capacity);
    this.room = new Room(this, this.contents);
  }

  get amount(): number {
    return this.contents.value;
  }

  get available(): number {
    return this.amount - this.minimum;
  }

  /**
   * Those who wait to put, and the free room that they wait for; the level's own queue is of those who wait to take.
   */
  get putters(): Supply {
    return this.room;
  }

  /**
   * Waits until the amount is there and takes it. With `patience` the result may be `undefined`.
   *
   * Throws on an amount that can never be there.
   */
  take(amount: number, options?: Omit<ClaimOptions, 'patience'>): Wait<number>;
  take(amount: number, options: ClaimOptions): Wait<number | undefined>;
  take(amount: number, options: ClaimOptions = NO_OPTIONS): Wait<number | undefined> {
    return this.claim(amount, options);
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
    const claim = this.room.claim(amount, options);
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
    const claim = this.claim(amount, options, REQUEST_OPTIONS);
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
      throw this.fault(`${what} of ${shown(amount)}, expected from 0 to the free room, ${available}`);
  }

  /** Those who wait to take, then those who wait to put. */
  override get waiting(): Iterable<Wait<unknown>> {
    return [...this.queue, ...this.room.waiting];
  }

  /** Changes the contents; called by the kernel. @internal */
  change(by: number): void {
    this.contents.add(by);
    this.noteAmount(this.amount, this.available);
    this.room.note();
  }

  /** @internal */
  protected override serveAll(): void {
    while (this.takeIn() || this.serveQueue() || this.room.serveQueue());
  }

  private takeIn(): boolean {
    const part = Math.min(this.returned, this.room.available);
    if (part > 0) {
      this.returned -= part;
      this.change(part);
    }
    return part > 0;
  }

  /** @internal */
  protected giveBack(amount: number): void {
    this.returned += amount;
  }
}
