const HALF_LOG_2_PI = 0.9189385332046727;

/** ln Γ(x) for x > 0, to about 1e-15 absolute: Stirling's series beyond 15, shifted there from below. */
export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  while (shifted < 15) {
    product *= shifted;
    shifted++;
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_2_PI + series(shifted) - Math.log(product);
}

/** Γ(x) for x > 0; infinite where it is more than any double. */
export function gammaFunction(x: number): number {
  return x < 172 ? Math.exp(logGamma(x)) : Infinity;
}

/** ln Γ(x + step) − ln Γ(x) for x > 0 and step > 0: of a large x, two logarithms that would cancel. */
export function logGammaStep(x: number, step: number): number {
  if (x < 15) return logGamma(x + step) - logGamma(x);
  return (x - 0.5) * Math.log1p(step / x) + step * Math.log(x + step) - step + series(x + step) - series(x);
}

/** ln Γ(x + 1) less Stirling's formula for it, for x > 0: what a mass or density needs without cancellation. */
export function stirlingError(x: number): number {
  return x >= 15 ? series(x) : logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_2_PI;
}

/**
 * x·ln(x/m) + m − x, without cancellation where x is near m.
 *
 * Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000).
 */
export function devianceTerm(x: number, m: number): number {
  const difference = x - m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const v = difference / (x + m);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let odd = 3; odd < 1000; odd += 2) {
    term *= v * v;
    const next = sum + term / odd;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

function series(x: number): number {
  const s = 1 / (x * x);
  return (
    (1 / 12 -
      s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) /
    x
  );
}
