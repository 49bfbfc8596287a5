import { amountWords, meetAmount } from './amountClaim.ts';
import type { AmountSource } from './amountClaim.ts';
import type { BoundedSum } from './boundedSum.ts';
import { Room } from './inventory.ts';
import type { Supply } from './supply.ts';
import type { Wait } from './wait.ts';

/** A level, as its room sees it. */
interface Fillable extends Supply {
  /** Changes the contents by what they allow. */
  change(by: number): void;
}

/** The free room of a level. */
export class LevelRoom extends Room implements AmountSource {
  readonly kind = 'room in level';
  private readonly level: Fillable;
  private readonly contents: BoundedSum;

  constructor(level: Fillable, contents: BoundedSum) {
    super(level, contents.high - contents.value);
    this.level = level;
    this.contents = contents;
  }

  get available(): number {
    return this.contents.high - this.contents.value;
  }

  canMove(amount: number): boolean {
    return this.contents.allows(amount);
  }

  move(amount: number): void {
    this.level.change(amount);
  }

  override describe(claim?: Wait<unknown>): string {
    return `${amountWords(claim)}${super.describe(claim)}`;
  }

  override admit(claim: Wait<unknown>): void {
    // What is put where nothing can wait was refused at the call, unless there is room.
    if (this.scheduler.runningStep === undefined && this.meet(claim)) this.servedAtOnce();
    else super.admit(claim);
  }

  protected meet(claim: Wait<unknown>): boolean {
    return meetAmount(this, claim);
  }

  // What was put in and others have used since stands.
  protected giveBack({ amount }: Wait<unknown>): void {
    if (this.contents.allows(-amount)) this.level.change(-amount);
  }
}
