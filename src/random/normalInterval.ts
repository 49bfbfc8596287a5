import { normalCdf, normalDensity, normalSurvival } from './normalCdf.ts';

/** Distance from the mode of a piece at which its density is nothing beside that at its best place: e^−42. */
const NOTHING = 84;

// Gauss–Legendre, 16 points on [−1, 1], positive half: abscissas and weights.
// Source: M. Abramowitz and I. Stegun, Handbook of Mathematical Functions (1964), table 25.4.
const ABSCISSAS = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
] as const;
const WEIGHTS = [
  0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674, 0.12462897125553388,
  0.09515851168249279, 0.06225352393864789, 0.02715245941175409,
] as const;

const PANELS = 12;

function integrate(from: number, to: number, of: (z: number) => number, panels = PANELS): number {
  let sum = 0;
  const half = (to - from) / (2 * panels);
  for (let panel = 0; panel < panels; panel++) {
    const middle = from + (2 * panel + 1) * half;
    for (let i = 0; i < ABSCISSAS.length; i++) {
      const step = half * ABSCISSAS[i];
      sum += WEIGHTS[i] * (of(middle - step) + of(middle + step));
    }
  }
  return sum * half;
}

/** Upper tail over density of the standard normal, Mills' ratio, for z ≥ 0: no tail is too far for it. */
function millsRatio(z: number): number {
  if (z === Infinity) return 0;
  if (z < 20) return normalCdf(-z) / normalDensity(z);
  // Laplace's continued fraction.
  let fraction = z;
  for (let k = 30; k > 0; k--) fraction = z + k / fraction;
  return 1 / fraction;
}

/** ln P(Z > z) of the standard normal, however far out. */
export function logNormalSurvival(z: number): number {
  if (z < 20) return Math.log(normalSurvival(z));
  return z === Infinity ? -Infinity : Math.log(millsRatio(z) * normalDensity(0)) - (z * z) / 2;
}

/** A part of the standard normal distribution, [low, high], however far out, narrow or wide. */
export interface NormalInterval {
  readonly low: number;
  readonly high: number;
}

/** The place of an interval where the density is greatest. */
function best({ low, high }: NormalInterval): number {
  return Math.min(Math.max(0, low), high);
}

/** ∫ exp(−(t² − r²)/2) dt from `from` to `to`, both on one side of 0 and from ≥ 0. */
function oneSided(from: number, to: number, r: number): number {
  if (!(to > from)) return 0;
  // Where both tails would be nearly alike, their difference has no digits, and the density is smooth.
  const atFrom = Math.exp(((r - from) * (r + from)) / 2);
  if ((to - from) * (1 + from) < 4)
    return atFrom * integrate(0, to - from, (s) => Math.exp((-s * (s + 2 * from)) / 2), 1);
  const beyond = to === Infinity ? 0 : millsRatio(to) * Math.exp(((from - to) * (from + to)) / 2);
  return atFrom * (millsRatio(from) - beyond);
}

/** The mass of an interval relative to the density at its best place; the same place for all parts of one interval. */
export function relativeMass(whole: NormalInterval, from = whole.low, to = whole.high): number {
  const r = best(whole);
  if (from >= 0) return oneSided(from, to, r);
  if (to <= 0) return oneSided(-to, -from, r);
  return oneSided(0, -from, r) + oneSided(0, to, r);
}

/** Logarithm of the share of an interval that lies above z. */
export function logShareAbove(whole: NormalInterval, z: number): number {
  const part = { low: z, high: whole.high };
  const [r, s] = [best(whole), best(part)];
  return Math.log(relativeMass(part) / relativeMass(whole)) + ((r - s) * (r + s)) / 2;
}

/** Share of the mass below which a quantile may lie beyond what `withWeight` keeps. */
const RARE = 1e-18;

/** The z between the ends with a lower share u and an upper share q = 1 − u of the mass. */
export function quantileWithin(whole: NormalInterval, u: number, q: number): number {
  if (u < RARE) return rareWithin(whole, u);
  if (q < RARE) return -rareWithin({ low: -whole.high, high: -whole.low }, q);
  const r = best(whole);
  const mass = relativeMass(whole);
  let [low, high] = withWeight(whole);
  let z = (low + high) / 2;
  // From the end that is nearer, so that a small share keeps its digits.
  const excess = (at: number): number =>
    u <= q ? relativeMass(whole, whole.low, at) - u * mass : q * mass - relativeMass(whole, at, whole.high);
  for (let step = 0; step < 200; step++) {
    const error = excess(z);
    if (error === 0) return z;
    if (error < 0) low = z;
    else high = z;
    const next = z - error / Math.exp(((r - z) * (r + z)) / 2);
    const moved = next > low && next < high ? next : (low + high) / 2;
    if (moved === z || Math.abs(moved - z) <= 1e-16 * Math.abs(z)) return moved;
    z = moved;
  }
  return z;
}

/**
 * The z with so small a lower share u that it lies far out, or close to the low end.
 *
 * The logarithm of the share is concave in z, so that Newton's method rises to the root from anywhere below it.
 */
function rareWithin(whole: NormalInterval, u: number): number {
  const mirrored = { low: -whole.high, high: -whole.low };
  const excess = (z: number): number => logShareAbove(mirrored, -z) - Math.log(u);
  let z = belowRare(whole, u);
  if (z === whole.low) {
    // Closer to the end than the next double, or further than the slope there says.
    z += Math.max(Number.MIN_VALUE, Math.abs(z) * Number.EPSILON);
    if (excess(z) >= 0) return whole.low;
  }
  for (let step = 0; step < 200; step++) {
    const part = { low: whole.low, high: z };
    const [mass, s] = [relativeMass(part), best(part)];
    const next = Math.min(whole.high, z - (excess(z) * mass) / Math.exp(((s - z) * (s + z)) / 2));
    if (!(next - z > 1e-16 * Math.abs(z))) return z;
    z = next;
  }
  return z;
}

/** A z with at most a share u below it, by the density, which is at most 1, and Mills' ratio, at most √(π/2). */
function belowRare(whole: NormalInterval, u: number): number {
  const r = best(whole);
  const mass = relativeMass(whole);
  const byTail = -Math.sqrt(Math.max(0, r * r + 2 * (Math.log(1.2533 / mass) - Math.log(u))));
  return whole.low === -Infinity ? byTail : Math.max(whole.low + u * mass, byTail);
}

/** So narrow an interval has the same density everywhere, also as far out as is allowed. */
const NARROW = 1e-50;

/** Mean and standard deviation of the standard normal within an interval. */
export function momentsWithin(whole: NormalInterval): { mean: number; sd: number } {
  const width = whole.high - whole.low;
  // The squares of its parts would be no doubles.
  if (width < NARROW) return { mean: whole.low + width / 2, sd: width / Math.sqrt(12) };
  const r = best(whole);
  const [low, high] = withWeight(whole).map((end) => end - r) as [number, number];
  // By the distance from the best place: the place itself may have no digits left for it.
  const weight = (s: number): number => Math.exp((-s * (s + 2 * r)) / 2);
  const mass = integrate(low, high, weight);
  const shift = integrate(low, high, (s) => s * weight(s)) / mass;
  const variance = integrate(low, high, (s) => (s - shift) ** 2 * weight(s)) / mass;
  return { mean: r + shift, sd: Math.sqrt(variance) };
}

/** The part of an interval that holds all but e^−42 of it. */
function withWeight(whole: NormalInterval): [number, number] {
  const r = best(whole);
  const reach = Math.sqrt(r * r + NOTHING);
  return [Math.max(whole.low, -reach), Math.min(whole.high, reach)];
}
