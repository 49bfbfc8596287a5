/** Whole numbers and sums of them up to here are exact. */
const MOST_BITS = 52;

/** The least e with p·2^e a whole number; undefined above 52. */
function bitsOf(p: number): number | undefined {
  for (let bits = 0; bits <= MOST_BITS; bits++) if (Number.isInteger(p * 2 ** bits)) return bits;
  return undefined;
}

/**
 * P(X ≤ k) of the binomial distribution without any rounding, where every probability of it is a whole number of 2⁻⁵²:
 * few trials, and a probability such as 1/2 or 3/8. Undefined elsewhere.
 *
 * @example dyadicBinomialCdf(3, 0.5, 1) // 0.5
 */
export function dyadicBinomialCdf(trials: number, probability: number, k: number): number | undefined {
  if (trials > MOST_BITS || !Number.isInteger(trials)) return undefined;
  const bits = bitsOf(probability);
  if (bits === undefined || trials * bits > MOST_BITS) return undefined;
  if (k < 0) return 0;
  const [success, failure] = [probability * 2 ** bits, (1 - probability) * 2 ** bits];
  let ways = 1;
  let sum = 0;
  for (let i = 0; i <= Math.min(k, trials); i++) {
    sum += ways * wholePower(success, i) * wholePower(failure, trials - i);
    ways = (ways * (trials - i)) / (i + 1);
  }
  return sum / 2 ** (trials * bits);
}

/** (1 − p)^k without rounding, where it is a whole number of 2⁻⁵². Undefined elsewhere. */
export function dyadicComplementPower(p: number, k: number): number | undefined {
  const base = 1 - p;
  // A difference that rounds is the complement of another probability.
  if (1 - base !== p) return undefined;
  const bits = bitsOf(base);
  if (bits === undefined || !(k * bits <= MOST_BITS)) return undefined;
  // A power of a small whole number is exact, and so is its division by a power of two.
  return wholePower(base * 2 ** bits, k) / 2 ** (k * bits);
}

function wholePower(base: number, k: number): number {
  let [power, square] = [1, base];
  for (let rest = k; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= square;
    square *= square;
  }
  return power;
}
