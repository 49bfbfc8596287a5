import {
  clipped,
  constant,
  exponential,
  fromInterval80,
  lognormal,
  lowModeHigh,
  quantile,
  triangular,
  uniform,
  upperQuantile,
  type Distribution,
} from '../random/index.ts';
import { dimensionFacts, isPure, type Dimension } from './dimension.ts';
import { parseQuantity, QuantityError, type QuantityText } from './quantityText.ts';
import { unitFactor, UnitError } from './unitSystem.ts';

export interface Bounds {
  /** Smallest value allowed, in the unit that comes out; 0 unless stated. */
  readonly min?: number | undefined;
  /** Largest value allowed, in the unit that comes out; the most of the dimension unless stated. */
  readonly max?: number | undefined;
  /** Whether the quantity counts things, and so is whole. */
  readonly whole?: boolean | undefined;
}

/** Bounds with what the dimension says where nothing is stated. */
interface Limits {
  readonly min: number;
  readonly max: number;
}

// More things than this nobody counts one by one.
const MOST_THINGS = 1e9;

function limitsOf(dimension: Dimension, { min = 0, max, whole = false }: Bounds): Limits {
  const most = whole ? MOST_THINGS : dimensionFacts(dimension).most;
  return { min: Math.max(min, -most), max: max ?? most };
}

export interface Evaluated<T> {
  readonly value: T;
  /** The unit as written. */
  readonly unit: string;
}

/** P90 of the standard normal distribution. */
const Z90 = 1.2815515655446004;

function inDimension({ terms, unit }: QuantityText, dimension: Dimension): number[] {
  const { unit: target } = dimensionFacts(dimension);
  return terms.map((term) => {
    if (term.unit === '') {
      if (isPure(dimension)) return finite(term.number);
      throw new QuantityError('');
    }
    const factor = factorTo(term.unit, target);
    if (factor === undefined) throw new QuantityError(unit === '' ? '' : `not a matter of ${unit}`);
    return finite(term.number * factor);
  });
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new QuantityError('larger than any number');
  // Minus zero is no number that anybody means.
  return value + 0;
}

function factorTo(from: string, target: string): number | undefined {
  try {
    return unitFactor(from, target);
  } catch (error) {
    if (error instanceof UnitError) throw new QuantityError(error.message);
    throw error;
  }
}

function within(values: readonly number[], { min, max }: Limits, unit: string): void {
  for (const value of values) {
    if (value < min) throw new QuantityError(`at least ${min} ${unit}`);
    if (value > max) throw new QuantityError(`at most ${max} ${unit}`);
  }
}

// Far above the rounding error of 1.005k, far below anything that is not whole.
const ROUNDING = 1e-9;

function wholeNumber(value: number): number {
  const whole = Math.round(value);
  if (Math.abs(value - whole) > ROUNDING * Math.max(1, Math.abs(value)))
    throw new QuantityError('a whole number');
  return whole + 0;
}

const ORDER: Readonly<Partial<Record<QuantityText['form'], string>>> = {
  lowModeHigh: 'low ≤ mode ≤ high',
  triangular: 'min ≤ mode ≤ max',
  uniform: 'min ≤ max',
  interval80: 'a ≤ b',
};

/** @throws QuantityError when the numbers of a range do not rise */
export function checkOrder(form: QuantityText['form'], values: readonly number[]): void {
  const order = ORDER[form];
  if (order !== undefined && values.some((value, index) => index > 0 && value < values[index - 1])) {
    throw new QuantityError(`expected ${order}`);
  }
}

/** @throws QuantityError */
export function evaluateNumber(text: string, dimension: Dimension, bounds: Bounds = {}): Evaluated<number> {
  const parsed = parseQuantity(text);
  if (parsed.form !== 'constant') throw new QuantityError('a single value, no range');
  const [value] = inDimension(parsed, dimension);
  within([value], limitsOf(dimension, bounds), dimensionFacts(dimension).unit);
  return { value: bounds.whole === true ? wholeNumber(value) : value, unit: parsed.unit };
}

/** @throws QuantityError */
export function evaluateDistribution(
  text: string,
  dimension: Dimension,
  bounds: Bounds = {},
): Evaluated<Distribution> {
  const parsed = parseQuantity(text);
  const values = inDimension(parsed, dimension);
  checkOrder(parsed.form, values);
  const { unit } = dimensionFacts(dimension);
  const limits = limitsOf(dimension, bounds);
  if (parsed.form !== 'normal') within(values, limits, unit);
  return { value: distribution(parsed, values, bounds, limits, unit), unit: parsed.unit };
}

function distribution(
  parsed: QuantityText,
  values: readonly number[],
  bounds: Bounds,
  limits: Limits,
  unit: string,
): Distribution {
  const [first, second, third] = values;
  switch (parsed.form) {
    case 'constant':
      return constant(first);
    case 'lowModeHigh':
      return clippedRange(first, second, third, bounds, limits);
    case 'triangular':
      return triangular(first, second, third);
    case 'uniform':
      return uniform(first, second);
    case 'normal':
      return clippedNormal(first, second, bounds, limits, unit);
    case 'interval80':
    case 'lognormal':
    case 'exponential':
      return endless(parsed, values, limits);
  }
}

/** Low / mode / high, with its values outside the bounds moved onto them. */
function clippedRange(
  low: number,
  mode: number,
  high: number,
  { min = 0, max }: Bounds,
  limits: Limits,
): Distribution {
  const stated = lowModeHigh(low, mode, high, { min: Number.isFinite(min) ? min : undefined, max });
  return staysWithin(stated, limits)
    ? stated
    : lowModeHigh(low, mode, high, { min: limits.min, max: limits.max });
}

/** A symmetric two-piece normal is the normal distribution, with its values outside the bounds moved onto them. */
function clippedNormal(mean: number, sd: number, bounds: Bounds, limits: Limits, unit: string): Distribution {
  if (!(sd > 0)) throw new QuantityError('expected a positive standard deviation');
  const [low, high] = [mean - Z90 * sd, mean + Z90 * sd];
  within([low, high], limits, `${unit} in the middle 80 %`);
  return clippedRange(low, mean, high, bounds, limits);
}

// Ten times the logarithm's own scale: a factor of 20,000 either way within one standard deviation.
const LARGEST_SIGMA = 10;

/** A form without an end, clipped where a draw could lie outside the bounds. */
function endless({ form, sigma }: QuantityText, values: readonly number[], limits: Limits): Distribution {
  if (values.some((value) => value <= 0)) throw new QuantityError('expected numbers above 0');
  if (form === 'lognormal' && !(sigma >= 0)) throw new QuantityError('expected a sigma of at least 0');
  if (form === 'lognormal' && sigma > LARGEST_SIGMA)
    throw new QuantityError(`expected a sigma of at most ${LARGEST_SIGMA}`);
  const free =
    form === 'interval80'
      ? fromInterval80(values[0], values[1])
      : form === 'exponential'
        ? exponential(values[0])
        : lognormal(values[0], sigma);
  if (free.kind === 'constant' || staysWithin(free, limits)) return free;
  return clipped(free, limits);
}

// No draw is rarer: uniforms have 53 bits.
const RAREST = 2 ** -53;

function staysWithin(free: Distribution, { min, max }: Limits): boolean {
  return quantile(free, RAREST) >= min && upperQuantile(free, RAREST) <= max;
}
