import { InvalidArgumentError } from 'commander';
import { wholeNumber } from '../../scenario/wholeNumber.ts';
import { numberIn } from '../typedNumber.ts';

/** Reads an option that is a positive integer. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError(`expected a positive integer.`);
  }
  return value;
}

/** Reads an option that is an integer from 0. */
export function countFromZero(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError(`expected an integer from 0.`);
  }
  return value;
}

/** Reads an option that is a number above 0, as scenarios write it: 2.5, 5 %. */
export function positiveNumber(text: string): number {
  return above0(numberIn(text, { '': 1, '%': 100 }), 'expected a number above 0.');
}

function above0(value: number | undefined, expected: string): number {
  if (value === undefined || !(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError(expected);
  return value;
}

/** Reads an option that is a sum of dollars above 0, as scenarios write it: 2000000, 2M, $2M. */
export function dollarsFrom(text: string): number {
  return above0(numberIn(text, { '': 1, $: 1 }), 'expected a sum above 0, such as $2M.');
}

/** Reads an option that is a count as scenarios write it: 100000, 100k, 1.5M, 1e5. */
export function positiveCount(text: string): number {
  const whole = wholeNumber(numberIn(text, { '': 1 }) ?? NaN);
  if (whole === undefined || !Number.isSafeInteger(whole) || whole < 1) {
    throw new InvalidArgumentError('expected a whole number above 0, such as 100000 or 100k.');
  }
  return whole;
}

/** Reads an option that is a share between 0 and 1: 0.8, 80% or `80 %`. */
export function shareFrom(text: string): number {
  const value = numberIn(text, { '': 1, '%': 100 });
  if (value === undefined || !(value > 0 && value < 1)) {
    throw new InvalidArgumentError('expected a share above 0 and below 100 %, such as 80% or 0.8.');
  }
  return value;
}
