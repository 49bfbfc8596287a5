import { asWritten } from '../refusal/index.ts';
import type { BoundedSum } from './boundedSum.ts';
import { CLAIM_OPTIONS, NO_OPTIONS } from './claimOptions.ts';
import type { RequestOptions } from './claimOptions.ts';
import type { Supply } from './supply.ts';
import { Wait } from './wait.ts';

/** Of what amounts are claimed: the contents of a level, or its free room. */
export interface AmountSource extends Supply {
  /** How much could be claimed now. */
  readonly available: number;
  /** Whether so much could be claimed now. @internal */
  canMove(amount: number): boolean;
  /** Takes so much out of it. @internal */
  move(amount: number): void;
}

// A text would be joined to the contents.
export const isAmount = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value < Infinity;

/** A claim on an amount; throws on one that can never be met. */
export function claimOf(
  source: AmountSource,
  contents: BoundedSum,
  amount: number,
  options: RequestOptions,
  names: readonly string[] = CLAIM_OPTIONS,
): Wait<number> {
  if (!isAmount(amount) || !contents.spans(amount)) {
    const most = contents.high - contents.low;
    const expected = most < Infinity ? `from 0 to ${most}` : 'a finite number >= 0';
    throw source.fault(`amount ${asWritten(amount)}, expected ${expected}`);
  }
  if (options !== NO_OPTIONS) source.check(options, names);
  return new Wait<number>(source, amount, options);
}

/** Meets a claim on an amount if that is possible now. */
export function meetAmount(source: AmountSource, claim: Wait<unknown>): boolean {
  const { amount } = claim;
  if (!source.canMove(amount)) return false;
  // Of the amount dust may be missing.
  const availableSince = source.availableSince(Math.min(amount, source.available));
  source.move(amount);
  source.meetWith(claim, amount, availableSince);
  return true;
}

/** The amount of a claim, before the words for what it is of. */
export const amountWords = (claim: Wait<unknown> | undefined): string =>
  claim === undefined ? '' : `${claim.amount} of `;
