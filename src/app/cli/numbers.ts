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
