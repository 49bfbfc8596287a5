/** A distribution on whole numbers. */
export interface DiscreteCdf {
  cdf(k: number): number;
  survival(k: number): number;
}

/** What the sums of probabilities may err by, relative: a uniform so near to a jump is taken to be on it, where it is met in full. */
const TIE = 5e-13;

/**
 * The smallest whole k from `first` on with P(X ≤ k) ≥ u; decided by P(X > k) ≤ q where u is above one half (q = 1 − u).
 *
 * Widens a bracket from the guess and halves it, so a good guess costs two or three evaluations.
 */
export function discreteQuantile(
  { cdf, survival }: DiscreteCdf,
  u: number,
  q: number,
  guess: number,
  first = 0,
): number {
  const reached =
    u <= 0.5
      ? (k: number): boolean => cdf(k) >= u * (1 - TIE)
      : (k: number): boolean => survival(k) <= q * (1 + TIE);
  let high = Math.max(first, Math.round(guess));
  let reach = 1;
  while (!reached(high)) {
    high += reach;
    reach *= 2;
  }
  let low = high;
  reach = 1;
  do {
    low = Math.max(first - 1, low - reach);
    reach *= 2;
  } while (low >= first && reached(low));
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** A start for the search: the normal approximation with the skewness term of Cornish and Fisher (1938). */
export function cornishFisher(mean: number, sd: number, skewness: number, z: number): number {
  return mean + sd * (z + (skewness * (z * z - 1)) / 6);
}
