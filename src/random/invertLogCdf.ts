/** A distribution on a transformed axis t, rising in t. */
export interface TransformedCdf {
  lower(t: number): number;
  upper(t: number): number;
  /** Density with respect to t. */
  density(t: number): number;
}

/**
 * The t at which the lower probability is u, or the upper one q where u is above one half (q = 1 − u is passed for its
 * digits).
 *
 * Newton's method on the logarithm of the smaller tail, inside a bracket that shrinks; where a step leaves the bracket
 * it is halved or, while one side is open, widened.
 */
export function invertLogCdf(cdf: TransformedCdf, u: number, q: number, guess: number): number {
  const lowerSide = u <= 0.5;
  const target = lowerSide ? u : q;
  const tail = (t: number): number => (lowerSide ? cdf.lower(t) : cdf.upper(t));
  const sign = lowerSide ? 1 : -1;
  let low = -Infinity;
  let high = Infinity;
  let t = guess;
  let reach = 1;
  for (let iteration = 0; iteration < 400; iteration++) {
    const value = tail(t);
    if (value === target) return t;
    const tooFar = lowerSide ? value > target : value < target;
    if (tooFar) high = t;
    else low = t;
    let next = t - (sign * Math.log(value / target) * value) / cdf.density(t);
    if (!(next > low && next < high)) {
      if (low === -Infinity) next = high - reach;
      else if (high === Infinity) next = low + reach;
      else next = (low + high) / 2;
      reach *= 2;
    }
    if (
      next === t ||
      Math.abs(next - t) <= 1e-15 * Math.max(1, Math.abs(t)) ||
      next === low ||
      next === high
    ) {
      return next;
    }
    t = next;
  }
  return t;
}
