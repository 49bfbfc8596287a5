/** The 17 digits of a number, d.dddd… times a power of ten; the last of them are zeros where fewer say it. */
export interface Digits {
  power: number;
  /** The first nine, as a whole number. */
  first: number;
  /** The other eight. */
  last: number;
}

/** Numbers whose digits are found here: those that are written without an exponent, up to 15 whole digits. */
const LEAST = 1e-6;
const MOST = 1e15;

/** Powers of ten that are doubles, with the halves in which Dekker's product takes them. */
const POWERS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const HIGH_HALVES = POWERS.map(highHalf);
const LOW_HALVES = POWERS.map((power, place) => power - HIGH_HALVES[place]!);

/** By the binary exponent, from that of `LEAST` on: half of the gap to the next number, and the power of ten below. */
const LEAST_EXPONENT = -20;
const HALF_GAPS = Float64Array.from({ length: 70 }, (_, place) => 2 ** (place + LEAST_EXPONENT - 53));
const POWERS_BELOW = Int8Array.from({ length: 70 }, (_, place) =>
  Math.floor(Math.log10(2 ** (place + LEAST_EXPONENT))),
);
const POWERS_ABOVE = Float64Array.from(POWERS_BELOW, (power) => Number(`1e${power + 1}`));

const EIGHT_DIGITS = 1e8;

/** More than all that is rounded here, which is 2⁻²⁵ at most. */
const DOUBT = 1e-6;

/**
 * Makes a function that finds the fewest digits that read back as a number above 0, those of `String`, and says whether
 * it found them: very large and small numbers, powers of two and one in some 10⁵ are left to `String`.
 *
 * A number of about 10^k is taken times 10^(16 − k), exactly, as the sum of two doubles. What is within half of the gap
 * to its neighbours reads back as it; of what has the fewest digits there the nearest is taken, as ECMAScript asks for.
 * What less than `DOUBT` would decide is not decided.
 *
 * Sources: T. J. Dekker, "A floating-point technique for extending the available precision", Numer. Math. 18 (1971),
 * for the product; G. L. Steele and J. L. White, "How to print floating-point numbers accurately", PLDI (1990).
 */
export function digitFinder(): (size: number, found: Digits) => boolean {
  const bits = new DataView(new ArrayBuffer(8));
  return (size, found) => {
    if (!(size >= LEAST && size < MOST)) return false;
    bits.setFloat64(0, size);
    const high = bits.getInt32(0);
    // Of a power of two the neighbour below is nearer than the one above.
    if ((high & 0xfffff) === 0 && bits.getInt32(4) === 0) return false;
    const exponent = (high >>> 20) - 1023 - LEAST_EXPONENT;
    const power = POWERS_BELOW[exponent]! + (size >= POWERS_ABOVE[exponent]! ? 1 : 0);

    const scale = POWERS[16 - power]!;
    const [scaleHigh, scaleLow] = [HIGH_HALVES[16 - power]!, LOW_HALVES[16 - power]!];
    const sizeHigh = highHalf(size);
    const sizeLow = size - sizeHigh;
    const scaled = size * scale;
    const rest =
      sizeHigh * scaleHigh - scaled + sizeHigh * scaleLow + sizeLow * scaleHigh + sizeLow * scaleLow;

    const first = Math.floor(scaled / EIGHT_DIGITS);
    const last = nearestShort(scaled - first * EIGHT_DIGITS + rest, HALF_GAPS[exponent]! * scale);
    const carried = first + Math.floor(last / EIGHT_DIGITS);
    // As no number is: less than nine digits, and what is not decided.
    if (!(carried >= EIGHT_DIGITS && carried < 10 * EIGHT_DIGITS)) return false;
    found.power = power;
    found.first = carried;
    found.last = last - (carried - first) * EIGHT_DIGITS;
    return true;
  };
}

/** The number nearest to a value, and less than `gap` from it, that ends in the most zeros; NaN where in doubt. */
function nearestShort(value: number, gap: number): number {
  let unit = 1;
  let nearest = Math.floor(value + 0.5);
  for (let next = 10; next <= EIGHT_DIGITS; next *= 10) {
    const candidate = Math.floor(value / next + 0.5) * next;
    const distance = Math.abs(candidate - value);
    if (distance > gap + DOUBT) break;
    if (distance > gap - DOUBT) return NaN;
    nearest = candidate;
    unit = next;
  }
  return Math.abs(nearest - value) > unit / 2 - DOUBT ? NaN : nearest;
}

/** The upper bits of a number, as many as two products of them are exact with. */
function highHalf(value: number): number {
  const split = (2 ** 27 + 1) * value;
  return split - (split - value);
}
