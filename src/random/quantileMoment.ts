/** Nodes on either side of the middle; more change no digit of the distributions of this room. */
const NODES = 400;
const REACH = 4.5;

/**
 * E[f(X)] as the integral of f over the quantile, by the double exponential rule of H. Takahasi and M. Mori (1974), Publ. RIMS 9: the lower
 * half by the quantile, the upper half by the upper quantile, so that neither tail is rounded away.
 */
export function quantileMoment(
  { quantile, upperQuantile }: { quantile: (u: number) => number; upperQuantile: (q: number) => number },
  f: (x: number) => number,
): number {
  const step = REACH / NODES;
  let sum = 0;
  // u = 1 / (1 + exp(π sinh t)) is below one half for t > 0, and its complement is the same at −t.
  for (let i = 0; i <= NODES; i++) {
    const t = i * step;
    const growth = Math.exp(-Math.PI * Math.sinh(t));
    const u = growth / (1 + growth);
    const weight = (Math.PI * Math.cosh(t) * u) / (1 + growth);
    if (u === 0 || weight === 0) break;
    const values = i === 0 ? f(quantile(0.5)) : f(quantile(u)) + f(upperQuantile(u));
    sum += weight * values;
  }
  return sum * step;
}
