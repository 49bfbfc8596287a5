/** A distribution on whole numbers. */
export interface DiscreteCdf {
  cdf(k: number): number;
  survival(k: number): number;
  /** P(X ≤ k) without any rounding, where that is a double and known. */
  exactCdf?(k: number): number | undefined;
}

/**
 * What probabilities that round may err by, relative: a uniform so near to a jump is taken to be on it, where it is met
 * in full.
 */
const TIE = 5e-13;

/** What a probability that is nearly one may be off where it stands for its small complement. */
export const ROUNDING: number = 2 ** -54;

/**
 * The smallest whole k with P(X ≤ k) ≥ u; decided by P(X > k) ≤ q where u is above one half (q = 1 − u). `given` is the
 * one of the two that the caller has: the other one has its rounding.
 *
 * Widens a bracket from the guess and halves it, so a good guess costs two or three evaluations. Above 2⁵³, where not
 * every whole number is a double, it ends at the first double that has reached it.
 */
export function discreteQuantile(
  { cdf, survival, exactCdf }: DiscreteCdf,
  { u, q, given, guess }: { u: number; q: number; given: number; guess: number },
): number {
  const target = Math.min(u, q);
  const error = target * TIE + (given === target ? 0 : ROUNDING);
  const reached = (k: number): boolean => {
    const exact = exactCdf?.(k);
    if (exact !== undefined) return u <= 0.5 ? exact >= u : 1 - exact <= q;
    return u <= 0.5 ? cdf(k) >= u - error : survival(k) <= q + error;
  };
  let high = Math.max(0, Math.round(guess));
  let reach = 1;
  while (!reached(high)) {
    high += reach;
    reach *= 2;
  }
  let low = high;
  reach = 1;
  do {
    low = Math.max(-1, low - reach);
    reach *= 2;
  } while (low >= 0 && reached(low));
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle <= low || middle >= high) break;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** A start for the search: the normal approximation with the skewness term of Cornish and Fisher (1938). */
export function cornishFisher(mean: number, sd: number, skewness: number, z: number): number {
  return mean + sd * (z + (skewness * (z * z - 1)) / 6);
}
