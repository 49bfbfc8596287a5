/** Nodes on either side of the middle. */
const NODES = 300;
const REACH = 6;

/**
 * The integral of f(value(u)) over the ranks from `from` to `to`, by the double exponential rule of H. Takahasi and M.
 * Mori (1974), Publ. RIMS 9. The value may grow without end at either of them, and should be smooth between them.
 */
export function rankIntegral(
  value: (u: number) => number,
  f: (x: number) => number,
  from: number,
  to: number,
): number {
  if (!(to > from)) return 0;
  const step = REACH / NODES;
  const width = to - from;
  let sum = 0;
  for (let i = -NODES; i <= NODES; i++) {
    const t = i * step;
    const growth = Math.exp(-Math.PI * Math.sinh(Math.abs(t)));
    // The share of the way from the nearer end.
    const share = growth / (1 + growth);
    const u = t < 0 ? from + width * share : to - width * share;
    const weight = (Math.PI * Math.cosh(t) * share) / (1 + growth);
    if (u > 0 && weight > 0) sum += weight * f(value(u));
  }
  return sum * step * width;
}
