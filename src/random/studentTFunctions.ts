import { betaLogitQuantile } from './betaQuantile.ts';
import { incompleteBeta, logIncompleteBeta } from './incompleteBeta.ts';
import { logGammaStep } from './logGamma.ts';
import { requireWithin } from './requirement.ts';

/** P(T > t) of Student's t, accurate in the upper tail. */
export function studentTSurvival(degreesOfFreedom: number, t: number): number {
  if (t < 0) return 1 - studentTSurvival(degreesOfFreedom, -t);
  if (t === Infinity) return 0;
  const total = degreesOfFreedom + t * t;
  return incompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / total, (t * t) / total) / 2;
}

/** Its logarithm for t ≥ 0, where the probability itself is too small for a double. */
export function logStudentTSurvival(degreesOfFreedom: number, t: number): number {
  if (t === Infinity) return -Infinity;
  // In one quotient squared, as the square itself may be no double any more.
  const ratio = t / Math.sqrt(degreesOfFreedom);
  const share = ratio > 1e150 ? undefined : 1 / (1 + ratio * ratio);
  if (share === undefined) {
    const half = degreesOfFreedom / 2;
    return (
      logGammaStep(half, 0.5) -
      Math.log(Math.PI) / 2 -
      Math.log(2 * half) -
      degreesOfFreedom * Math.log(ratio)
    );
  }
  return logIncompleteBeta(degreesOfFreedom / 2, 0.5, share, ratio * ratio * share) - Math.LN2;
}

/** P(T ≤ t) of Student's t. */
export function studentTCdf(degreesOfFreedom: number, t: number): number {
  return studentTSurvival(degreesOfFreedom, -t);
}

/** Density of Student's t. */
export function studentTDensity(degreesOfFreedom: number, t: number): number {
  const half = degreesOfFreedom / 2;
  const scale = Math.exp(logGammaStep(half, 0.5)) / Math.sqrt(degreesOfFreedom * Math.PI);
  return scale * Math.exp(-(half + 0.5) * Math.log1p((t * t) / degreesOfFreedom));
}

/**
 * The exact value exceeded with probability q by Student's t.
 *
 * @example studentTUpperQuantile(9, 0.025) // 2.262157…
 */
export function studentTUpperQuantile(degreesOfFreedom: number, q: number): number {
  if (q > 0.5) return -studentTUpperQuantile(degreesOfFreedom, 1 - q);
  if (q === 0.5) return 0;
  const logit = betaLogitQuantile(degreesOfFreedom / 2, 0.5, 2 * q, 1 - 2 * q);
  // In two factors where the square is no double any more.
  if (logit < -700) return Math.sqrt(degreesOfFreedom) * Math.exp(-logit / 2);
  return Math.sqrt(degreesOfFreedom * Math.exp(-logit));
}

/** The exact quantile of Student's t: the t with P(T ≤ t) = u, for u from 0 to 1. */
export function studentTQuantile(degreesOfFreedom: number, u: number): number {
  requireWithin('probability of the student t quantile', u, 0, 1);
  return u < 0.5
    ? -studentTUpperQuantile(degreesOfFreedom, u)
    : studentTUpperQuantile(degreesOfFreedom, 1 - u);
}
