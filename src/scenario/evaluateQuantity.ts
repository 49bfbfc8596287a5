import {
  constant,
  exponential,
  fromInterval80,
  lognormal,
  lowModeHigh,
  normal,
  triangular,
  uniform,
  type Distribution,
} from '../random/index.ts';
import { dimensionFacts, isPure, type Dimension } from './dimension.ts';
import { parseQuantity, QuantityError, type QuantityText } from './quantityText.ts';
import { unitFactor, UnitError } from './unitSystem.ts';

export interface Bounds {
  /** Smallest value allowed, in the unit that comes out; 0 unless stated. */
  readonly min?: number | undefined;
  /** Largest value allowed, in the unit that comes out. */
  readonly max?: number | undefined;
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
      if (isPure(dimension)) return term.number;
      throw new QuantityError('');
    }
    const factor = factorTo(term.unit, target);
    if (factor === undefined) throw new QuantityError(unit === '' ? '' : `not a matter of ${unit}`);
    return term.number * factor;
  });
}

function factorTo(from: string, target: string): number | undefined {
  try {
    return unitFactor(from, target);
  } catch (error) {
    if (error instanceof UnitError) throw new QuantityError(error.message);
    throw error;
  }
}

function within(values: readonly number[], { min = 0, max = Infinity }: Bounds, unit: string): void {
  for (const value of values) {
    if (Number.isNaN(value)) throw new QuantityError('');
    if (value < min) throw new QuantityError(`at least ${min} ${unit}`);
    if (value > max) throw new QuantityError(`at most ${max} ${unit}`);
  }
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
  const values = inDimension(parsed, dimension);
  within(values, bounds, dimensionFacts(dimension).unit);
  return { value: values[0], unit: parsed.unit };
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
  if (parsed.form !== 'normal') within(values, bounds, unit);
  return { value: distribution(parsed, values, bounds, unit), unit: parsed.unit };
}

function distribution(
  parsed: QuantityText,
  values: readonly number[],
  bounds: Bounds,
  unit: string,
): Distribution {
  const { min = 0, max } = bounds;
  const [first, second, third] = values;
  switch (parsed.form) {
    case 'constant':
      return constant(first);
    case 'lowModeHigh':
      return lowModeHigh(first, second, third, { min: Number.isFinite(min) ? min : undefined, max });
    case 'triangular':
      return triangular(first, second, third);
    case 'uniform':
      return uniform(first, second);
    case 'normal':
      return clippedNormal(first, second, { min, max }, unit);
    case 'interval80':
    case 'lognormal':
    case 'exponential':
      return positive(parsed, values, max, unit);
  }
}

/** A symmetric two-piece normal is the normal distribution, with its values outside the bounds moved onto them. */
function clippedNormal(mean: number, sd: number, { min = 0, max }: Bounds, unit: string): Distribution {
  if (!(sd > 0)) throw new QuantityError('expected a positive standard deviation');
  if (min === -Infinity && max === undefined) return normal(mean, sd);
  const [low, high] = [mean - Z90 * sd, mean + Z90 * sd];
  within([low, high], { min, max }, `${unit} in the middle 80 %`);
  return lowModeHigh(low, mean, high, { min: Number.isFinite(min) ? min : undefined, max });
}

function positive(
  { form, sigma }: QuantityText,
  values: readonly number[],
  max: number | undefined,
  unit: string,
): Distribution {
  if (values.some((value) => value <= 0)) throw new QuantityError('expected numbers above 0');
  if (max !== undefined)
    throw new QuantityError(`this form has no end, expected low / mode / high within ${max} ${unit}`);
  if (form === 'interval80') return fromInterval80(values[0], values[1]);
  if (form === 'exponential') return exponential(values[0]);
  if (!(sigma >= 0)) throw new QuantityError('expected a sigma of at least 0');
  return lognormal(values[0], sigma);
}
