import { digitFinder, type Digits } from './shortestDigits.ts';

const ZERO = 48;
const POINT = 46;
const MINUS = 45;
/** The two digits of each number below 100. */
const TENS = Uint8Array.from({ length: 100 }, (_, number) => ZERO + Math.floor(number / 10));
const UNITS = Uint8Array.from({ length: 100 }, (_, number) => ZERO + (number % 10));

/** So many bytes hold every number, such as −0.0000012345678901234567. */
export const NUMBER_BYTES = 25;

/**
 * Makes a function that writes a finite number into bytes from `at` on, as `String` does and 0 for −0, and returns
 * where it ends. It takes less than half of the time, and leaves no text behind.
 */
export function numberWriter(): (bytes: Uint8Array, at: number, value: number) => number {
  const find = digitFinder();
  const found: Digits = { power: 0, first: 0, last: 0 };
  return (bytes, at, value) => {
    const whole = value | 0;
    if (whole === value) return writeWhole(bytes, at, whole);
    if (!find(Math.abs(value), found)) return writeAscii(bytes, at, String(value));
    if (value < 0) bytes[at++] = MINUS;
    return found.power < 0 ? writeFraction(bytes, at, found) : writeMixed(bytes, at, found);
  };
}

/** Writes a text of ASCII. */
export function writeAscii(bytes: Uint8Array, at: number, text: string): number {
  for (let place = 0; place < text.length; place++) bytes[at + place] = text.charCodeAt(place);
  return at + text.length;
}

/** Writes an integer of 32 bits. */
export function writeWhole(bytes: Uint8Array, at: number, value: number): number {
  // Positive numbers of 32 bits reach less far than negative ones.
  if (value < 0) return writeAscii(bytes, at, String(value));
  let end = at + 1;
  for (let rest = value; rest >= 10; rest = (rest / 10) | 0) end++;
  let left = value;
  for (let place = end - 1; place >= at; place--) {
    const rest = (left / 10) | 0;
    bytes[place] = ZERO + left - rest * 10;
    left = rest;
  }
  return end;
}

/** A number below 1. */
function writeFraction(bytes: Uint8Array, at: number, digits: Digits): number {
  bytes[at] = ZERO;
  bytes[at + 1] = POINT;
  let from = at + 2;
  for (let power = digits.power; power < -1; power++) bytes[from++] = ZERO;
  writeDigits(bytes, from, digits);
  return withoutZeros(bytes, from + 17);
}

function writeMixed(bytes: Uint8Array, at: number, digits: Digits): number {
  const point = at + digits.power + 1;
  writeDigits(bytes, at + 1, digits);
  for (let place = at; place < point; place++) bytes[place] = bytes[place + 1]!;
  bytes[point] = POINT;
  const end = withoutZeros(bytes, at + 18);
  return end === point + 1 ? point : end;
}

function writeDigits(bytes: Uint8Array, at: number, { first, last }: Digits): void {
  const digit = (first / 1e8) | 0;
  bytes[at] = ZERO + digit;
  writeEight(bytes, at + 1, first - digit * 1e8);
  writeEight(bytes, at + 9, last);
}

function writeEight(bytes: Uint8Array, at: number, value: number): void {
  const upper = (value / 10_000) | 0;
  writeFour(bytes, at, upper);
  writeFour(bytes, at + 4, value - upper * 10_000);
}

function writeFour(bytes: Uint8Array, at: number, value: number): void {
  const upper = (value / 100) | 0;
  const lower = value - upper * 100;
  bytes[at] = TENS[upper]!;
  bytes[at + 1] = UNITS[upper]!;
  bytes[at + 2] = TENS[lower]!;
  bytes[at + 3] = UNITS[lower]!;
}

/** Where what is before an end ends without its zeros. */
function withoutZeros(bytes: Uint8Array, end: number): number {
  let last = end;
  while (bytes[last - 1] === ZERO) last--;
  return last;
}
