import type { Distribution } from './distribution.ts';
import { binomialShape } from './distributions/binomial.ts';
import { negativeBinomialShape } from './distributions/negativeBinomial.ts';
import { poissonShape } from './distributions/poisson.ts';

/**
 * E[X; X ≤ x] and E[X²; X ≤ x] of a distribution on whole numbers, undefined for other kinds.
 *
 * By factorial moments: k·P(k) is a multiple of P(k − 1) with a parameter shifted, and k(k − 1)·P(k) of P(k − 2).
 */
export function countMomentsUpTo(
  d: Distribution,
  x: number,
): readonly [first: number, second: number] | undefined {
  switch (d.kind) {
    case 'poisson':
      return fromFactorial(d.mean * poissonShape.cdf(d, x - 1), d.mean ** 2 * poissonShape.cdf(d, x - 2));
    case 'binomial': {
      const { trials: n, probability: p } = d;
      const upTo = (fewer: number): number => binomialShape.cdf({ ...d, trials: n - fewer }, x - fewer);
      return fromFactorial(n * p * upTo(1), n < 2 ? 0 : n * (n - 1) * p * p * upTo(2));
    }
    case 'negativeBinomial':
      return failuresUpTo(d.successes, d.probability, x);
    case 'geometric': {
      // One more than the failures before the first success.
      const [first, second] = failuresUpTo(1, d.probability, x - 1);
      const share = x < 1 ? 0 : -Math.expm1(Math.floor(x) * Math.log1p(-d.probability));
      return [first + share, second + 2 * first + share];
    }
    default:
      return undefined;
  }
}

function fromFactorial(first: number, second: number): readonly [number, number] {
  return [first, second + first];
}

function failuresUpTo(successes: number, probability: number, x: number): readonly [number, number] {
  const odds = (1 - probability) / probability;
  const upTo = (more: number): number =>
    negativeBinomialShape.cdf(
      { kind: 'negativeBinomial', successes: successes + more, probability },
      x - more,
    );
  return fromFactorial(successes * odds * upTo(1), successes * (successes + 1) * odds * odds * upTo(2));
}
