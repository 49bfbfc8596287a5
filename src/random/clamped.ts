import { cdf, logSurvival, type Distribution } from './distribution.ts';
import { constant, type Constant } from './distributions/constant.ts';
import type { Discrete } from './distributions/discrete.ts';
import { requireDistribution } from './distributionKind.ts';
import { requireNotNaN, requireObject } from './requirement.ts';

interface Ends {
  readonly min: number;
  readonly max: number;
}

/**
 * A distribution of any kind with the values outside of [min, max] moved onto the bounds, as low / mode / high has it.
 *
 * Bounds that leave it as it is are left away; a constant has to lie inside. No bound is needed: without one that side
 * stays as it is.
 *
 * @throws RangeError on bounds that do not rise, and a constant outside of them
 * @example clamped(fromInterval80(0.1, 5), { min: 0.1 })
 */
export function clamped(
  of: Distribution,
  bounds: { min?: number | undefined; max?: number | undefined },
): Distribution {
  requireDistribution('clamped distribution', of);
  requireObject('clamped bounds', bounds, 'an object with a min or a max');
  const { min = -Infinity, max = Infinity } = bounds;
  requireNotNaN('clamped min', min);
  requireNotNaN('clamped max', max);
  if (!(max >= min)) throw new RangeError(`clamped max: ${max}, expected at least the min ${min}`);
  if (min === Infinity || max === -Infinity)
    throw new RangeError(`clamped bounds: ${min} to ${max}, expected a number between them`);
  if (of.kind === 'constant' && (of.value < min || of.value > max))
    throw new RangeError(`constant: ${of.value}, expected a number from ${min} to ${max}`);
  return moved(of, { min, max });
}

const inside = (value: number, { min, max }: Ends): number => Math.max(min, Math.min(value, max));

function moved(of: Distribution, ends: Ends): Distribution {
  if (ends.min === ends.max) return constant(ends.min);
  switch (of.kind) {
    case 'constant':
      return constant(inside(of.value, ends));
    case 'discrete':
      return movedNumbers(of, ends);
    case 'mixture':
      return { ...of, parts: of.parts.map((part) => ({ ...part, of: moved(part.of, ends) })) };
    case 'clamped':
      return moved(of.of, {
        min: inside(of.min ?? -Infinity, ends),
        max: inside(of.max ?? Infinity, ends),
      });
    default:
      return movedTails(of, ends);
  }
}

/** Numbers that come to lie on one are one, with the probability up to the last of them. */
function movedNumbers(of: Discrete, ends: Ends): Discrete | Constant {
  const values = of.values.map((value) => inside(value, ends));
  const kept = values.flatMap((value, i) => (value === values[i + 1] ? [] : [i]));
  if (kept.length === 1) return constant(values[0]);
  const sums = kept.map((last, i) =>
    of.probabilities.slice(i === 0 ? 0 : kept[i - 1] + 1, last + 1).reduce((sum, each) => sum + each, 0),
  );
  return {
    kind: 'discrete',
    values: kept.map((i) => values[i]),
    probabilities: sums,
    upTo: kept.map((i) => of.upTo[i]),
    behind: kept.map((i) => of.behind[i]),
  };
}

function movedTails(of: Distribution, { min, max }: Ends): Distribution {
  const isHeldBelow = cdf(of, min - Math.max(Number.MIN_VALUE, Math.abs(min) * Number.EPSILON)) > 0;
  // By the logarithm: however rare it is, somebody may have waited that long.
  const isHeldAbove = logSurvival(of, max) > -Infinity;
  if (!isHeldBelow && !isHeldAbove) return of;
  // Of what is never negative the lower end is written as 0.
  const least = cdf(of, 0) === 0 ? 0 : null;
  return { kind: 'clamped', of, min: isHeldBelow ? min : least, max: isHeldAbove ? max : null };
}
