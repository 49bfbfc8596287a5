import { InvalidArgumentError } from 'commander';

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

/** Reads an option that is a number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && Number.isFinite(value))) {
    throw new InvalidArgumentError('expected a number above 0.');
  }
  return value;
}

const THOUSANDS: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6 };

/** Reads an option that is a count as scenarios write it: 100000, 100k, 1.5M. */
export function positiveCount(text: string): number {
  const [, number, letter = ''] = /^(\d+(?:\.\d+)?)([kM]?)$/.exec(text.trim()) ?? [];
  // Through decimal text: 1.1 × 1e6 is not 1,100,000 in binary.
  const value = Number(`${number ?? 'none'}e${Math.log10(THOUSANDS[letter]!)}`);
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidArgumentError('expected a whole number above 0, such as 100000 or 100k.');
  }
  return value;
}

/** Reads an option that is a share between 0 and 1: 0.8, 80% or `80 %`. */
export function shareFrom(text: string): number {
  const [, number, percent] = /^\s*(\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(text) ?? [];
  const value = Number(number) / (percent === '%' ? 100 : 1);
  if (number === undefined || !(value > 0 && value < 1)) {
    throw new InvalidArgumentError('expected a share above 0 and below 100 %, such as 80% or 0.8.');
  }
  return value;
}
