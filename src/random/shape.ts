/**
 * What every kind of distribution must be able to do.
 *
 * `upperQuantile(d, q)` is the value exceeded with probability q: the quantile at 1 − q without the rounding of 1 − q.
 * `survival` is P(X > x), accurate where the cdf is already 1 in float64.
 */
export interface Shape<D> {
  quantile(distribution: D, u: number): number;
  upperQuantile(distribution: D, q: number): number;
  cdf(distribution: D, x: number): number;
  survival(distribution: D, x: number): number;
  /**
   * ln P(X > x), where survival is no double any more though something is left. Without it, the logarithm of survival.
   */
  logSurvival?(distribution: D, x: number): number;
  mean(distribution: D): number;
  variance(distribution: D): number;
  /**
   * The quantile as draws have it, where that is a quicker one than the exact: within 1e-6 of it, relative; q = 1 − u.
   */
  variate?(distribution: D, u: number, q: number): number;
}

/** ln P(X > x), by the logarithm of survival for kinds whose survival is a double wherever something is left. */
export function logSurvivalOf<D>(shape: Shape<D>, distribution: D, x: number): number {
  return shape.logSurvival?.(distribution, x) ?? Math.log(shape.survival(distribution, x));
}
