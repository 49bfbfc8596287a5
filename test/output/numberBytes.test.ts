import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NUMBER_BYTES, numberWriter } from '../../src/output/numberBytes.ts';

const write = numberWriter();
const bytes = new Uint8Array(NUMBER_BYTES);
const written = (value: number): string =>
  new TextDecoder().decode(bytes.subarray(0, write(bytes, 0, value)));

/** The number that so many doubles stand away, upwards where that is above 0. */
function neighbour(value: number, steps: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(steps));
  return bits.getFloat64(0);
}

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const sign = fc.constantFrom(1, -1);
const near = fc.integer({ min: -4, max: 4 });
const inRange = fc.tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -8, max: 22 }));

const NUMBERS: Readonly<Record<string, fc.Arbitrary<number>>> = {
  'all doubles': finite,
  'those without an exponent': inRange.map(([digits, power]) => digits * 10 ** power),
  'decimals of 1 to 17 digits and their neighbours': fc
    .tuple(inRange, fc.integer({ min: 1, max: 17 }), near)
    .map(([[digits, power], count, steps]) =>
      neighbour(Number(`${digits.toPrecision(count)}e${power}`), steps),
    ),
  'powers of ten and their neighbours': fc
    .tuple(fc.integer({ min: -8, max: 22 }), near)
    .map(([power, steps]) => neighbour(Number(`1e${power}`), steps)),
  'powers of two and their neighbours': fc
    .tuple(fc.integer({ min: -30, max: 70 }), near)
    .map(([power, steps]) => neighbour(2 ** power, steps)),
  'days on the grid of the clock': fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((ticks) => ticks / 2 ** 20),
  'halves between decimals': fc.tuple(fc.nat(2 ** 26), fc.integer({ min: 1, max: 26 })).map(([odd, bits]) => {
    return (2 * odd + 1) / 2 ** bits;
  }),
  'whole numbers': fc.oneof(fc.integer(), fc.maxSafeInteger()),
};

test.each(Object.entries(NUMBERS))('%s are written as String writes them', (_, numbers) => {
  fc.assert(
    fc.property(numbers, sign, (size, factor) => {
      const value = size * factor;
      expect(written(value)).toBe(String(value));
    }),
    { seed: 23, numRuns: 5000 },
  );
});

test.each([0, -0, 1, -1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 1e15, 1e21, 1e-6, 1e-7, 5e-324, 0.1 + 0.2, 9e9])(
  '%s is written as String writes it',
  (value) => {
    expect(written(value)).toBe(String(value));
  },
);

test('many numbers of many sizes are written as String writes them', () => {
  let seed = 1;
  const next = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  let wrong = 0;
  for (let index = 0; index < 100_000; index++) {
    const value = (next() + next() / 2 ** 31) * 10 ** (index % 22) * 1e-7;
    if (written(value) !== String(value)) wrong++;
  }
  expect(wrong).toBe(0);
});
