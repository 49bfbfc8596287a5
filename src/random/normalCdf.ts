const SQRT_2_PI = 2.5066282746310002;

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / SQRT_2_PI;
}

/**
 * P(Z ≤ z) of the standard normal, to about 1e-15 relative also far in the lower tail.
 *
 * Source: W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969), in the form
 * of ANORM in his SPECFUN package (ACM TOMS algorithm 715).
 *
 * @example normalCdf(-1.959963984540054) // 0.025
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return NaN;
  const distance = Math.abs(z);
  if (distance <= 0.67448975) return 0.5 + central(z);
  const tail = distance < 5.656854249492381 ? middleTail(distance) : farTail(distance);
  return z < 0 ? tail : 1 - tail;
}

/** P(Z > z) of the standard normal, without cancellation. */
export function normalSurvival(z: number): number {
  return normalCdf(-z);
}

function central(z: number): number {
  const s = z * z;
  const numerator =
    (((0.06568233791820745 * s + 2.2352520354606837) * s + 161.02823106855587) * s + 1067.6894854603709) * s +
    18154.98125334356;
  const denominator =
    (((s + 47.202581904688245) * s + 976.0985517377767) * s + 10260.932208618979) * s + 45507.78933502673;
  return (z * numerator) / denominator;
}

const MIDDLE_P: readonly number[] = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const MIDDLE_Q: readonly number[] = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const FAR_P: readonly number[] = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5,
];
const FAR_Q: readonly number[] = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
];

function degree8(c: readonly number[], x: number): number {
  return (
    (((((((c[0] * x + c[1]) * x + c[2]) * x + c[3]) * x + c[4]) * x + c[5]) * x + c[6]) * x + c[7]) * x + c[8]
  );
}

function degree5(c: readonly number[], x: number): number {
  return ((((c[0] * x + c[1]) * x + c[2]) * x + c[3]) * x + c[4]) * x + c[5];
}

function middleTail(distance: number): number {
  return (exponential(distance) * degree8(MIDDLE_P, distance)) / degree8(MIDDLE_Q, distance);
}

function farTail(distance: number): number {
  if (distance > 39) return 0;
  const s = 1 / (distance * distance);
  const correction = (s * degree5(FAR_P, s)) / degree5(FAR_Q, s);
  return (exponential(distance) * (1 / SQRT_2_PI - correction)) / distance;
}

// exp(−z²/2) with the square split into an exact and a small part: rounding z² alone would cost digits in the tail.
function exponential(distance: number): number {
  const coarse = Math.trunc(distance * 16) / 16;
  const rest = (distance - coarse) * (distance + coarse);
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * rest);
}
