import { requireWithin } from './requirement.ts';

/**
 * The z with P(Z ≤ z) = u, to about 1e-16 relative; −∞ at 0 and +∞ at 1.
 *
 * Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37
 * (1988), routine PPND16.
 *
 * @throws RangeError outside of [0, 1]
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRAL_A, r)) / polynomial(CENTRAL_B, r);
  }
  if (!(u > 0 && u < 1)) {
    requireWithin('probability of the normal quantile', u, 0, 1);
    return u === 0 ? -Infinity : Infinity;
  }
  const tail = tailQuantile(q < 0 ? u : 1 - u);
  return q < 0 ? -tail : tail;
}

/** The z of a lower probability u, from the smaller of it and q = 1 − u, which has the digits. */
export function normalScore(u: number, q: number): number {
  return u <= q ? normalQuantile(u) : -normalQuantile(q);
}

function tailQuantile(probability: number): number {
  const r = Math.sqrt(-Math.log(probability));
  return r <= 5
    ? polynomial(MIDDLE_A, r - 1.6) / polynomial(MIDDLE_B, r - 1.6)
    : polynomial(FAR_A, r - 5) / polynomial(FAR_B, r - 5);
}

// Unrolled: a loop would take twice as long.
function polynomial(c: readonly number[], x: number): number {
  return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0];
}

const CENTRAL_A: readonly number[] = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRAL_B: readonly number[] = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const MIDDLE_A: readonly number[] = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const MIDDLE_B: readonly number[] = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_A: readonly number[] = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const FAR_B: readonly number[] = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];
