import { Z90 } from '../random/z90.ts';
import {
  clamped,
  constant,
  exponential,
  fromInterval80,
  lognormal,
  lowModeHigh,
  normal,
  triangular,
  uniform,
  upperQuantile,
  type Distribution,
} from '../random/index.ts';
import { dimensionFacts, isPure, type Dimension, type DimensionFacts } from './dimension.ts';
import { parseQuantity, QuantityError, type QuantityText } from './quantityText.ts';
import { unitFactor, UnitError } from './unitSystem.ts';
import { wholeNumber } from './wholeNumber.ts';

export interface Bounds {
  /** Smallest value allowed, in the unit that comes out; 0 unless stated. */
  readonly min?: number | undefined;
  /** Largest value allowed, in the unit that comes out. */
  readonly max?: number | undefined;
  /** Things that are counted: a whole number of them; of a range the model says how a draw becomes one. */
  readonly isWhole?: boolean | undefined;
}

export interface Evaluated<T> {
  readonly value: T;
  /** The unit as written. */
  readonly unit: string;
}

/** At this the 99.9 % point is five million times the median: whoever knows so little knows nothing. */
const MOST_SIGMA = 5;

/** No draw is rarer: uniforms have 53 bits. */
const RAREST = 2 ** -53;

/** Most of anything that is counted, where nothing else is said: what is kept one by one has to have an end. */
const MOST_COUNTED = 10_000;

function inDimension({ terms, unit }: QuantityText, dimension: Dimension): number[] {
  const { unit: target } = dimensionFacts(dimension);
  return terms.map((term) => {
    if (term.unit === '') {
      if (isPure(dimension)) return finite(term.number, target);
      throw new QuantityError('');
    }
    const factor = factorTo(term.unit, target);
    if (factor === undefined) throw new QuantityError(unit === '' ? '' : `not a matter of ${unit}`);
    return finite(term.number * factor, target);
  });
}

// 1e308 weeks is a number, and 7e308 days is none.
function finite(value: number, unit: string): number {
  if (!Number.isFinite(value)) throw new QuantityError(`more than any number of ${unit}`);
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

/** Least and most that a quantity may be, in the unit of its dimension, also where nothing is stated. */
export function limitsOf(
  { min = 0, max, isWhole = false }: Bounds,
  dimension: Dimension,
): { min: number; max: number } {
  const { most } = dimensionFacts(dimension);
  return { min: Math.max(min, -most), max: max ?? (isWhole ? MOST_COUNTED : most) };
}

function within(
  values: readonly number[],
  { min = 0, max, isWhole = false }: Bounds,
  { unit, most }: DimensionFacts,
): void {
  const last = max ?? (isWhole ? MOST_COUNTED : most);
  for (const value of values) {
    if (Number.isNaN(value)) throw new QuantityError('');
    if (value < min) throw new QuantityError(`at least ${min} ${unit}`);
    if (value > last) throw new QuantityError(`at most ${last} ${unit}`);
    if (value < -most) throw new QuantityError(`at least ${-most} ${unit}`);
  }
}

// What is a little more than 1 is a factor that is out of bounds, no percentage.
const LEAST_PERCENTAGE = 2;

/** A bare 100 where a fraction is meant is 10,000 %: whoever writes it means 100 %. */
function refusePercentWithoutSign({ terms }: QuantityText, dimension: Dimension, { max }: Bounds): void {
  if (!isPure(dimension) || max === undefined || max > 1) return;
  const bare = terms.find(({ number, unit }) => unit === '' && number >= LEAST_PERCENTAGE);
  if (bare === undefined) return;
  const [percent, fraction] = bare.number <= 100 ? [bare.number, bare.number / 100] : [100, 1];
  const written = (bare.number * 100).toLocaleString('en-US', { maximumFractionDigits: 6 });
  throw new QuantityError(
    `expected a fraction such as "${percent} %" or ${fraction} (${bare.number} is ${written} %)`,
  );
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
  refusePercentWithoutSign(parsed, dimension, bounds);
  within(values, bounds, dimensionFacts(dimension));
  return { value: bounds.isWhole === true ? whole(values[0]) : values[0], unit: parsed.unit };
}

function whole(value: number): number {
  const meant = wholeNumber(value);
  if (meant === undefined) throw new QuantityError('a whole number');
  return meant;
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
  refusePercentWithoutSign(parsed, dimension, bounds);
  const facts = dimensionFacts(dimension);
  if (parsed.form !== 'normal') within(values, bounds, facts);
  return { value: distribution(parsed, values, bounds, facts), unit: parsed.unit };
}

function distribution(
  parsed: QuantityText,
  values: readonly number[],
  bounds: Bounds,
  facts: DimensionFacts,
): Distribution {
  const { min = 0, max, isWhole = false } = bounds;
  const [first, second, third] = values;
  switch (parsed.form) {
    case 'constant':
      return constant(isWhole ? whole(first) : first);
    case 'lowModeHigh':
      return lowModeHigh(first, second, third, { min: Number.isFinite(min) ? min : undefined, max });
    case 'triangular':
      return triangular(first, second, third);
    case 'uniform':
      return uniform(first, second);
    case 'normal':
      return clippedNormal(first, second, { min, max }, facts);
    case 'interval80':
    case 'lognormal':
    case 'exponential':
      return positive(parsed, values, bounds, facts);
  }
}

/** A symmetric two-piece normal is the normal distribution, with its values outside the bounds moved onto them. */
function clippedNormal(
  mean: number,
  sd: number,
  { min = 0, max }: Bounds,
  facts: DimensionFacts,
): Distribution {
  if (!(sd > 0)) throw new QuantityError('expected a positive standard deviation');
  if (min === -Infinity && max === undefined) return normal(mean, sd);
  const [low, high] = [mean - Z90 * sd, mean + Z90 * sd];
  within([low, high], { min, max }, { ...facts, unit: `${facts.unit} in the middle 80 %` });
  return lowModeHigh(low, mean, high, { min: Number.isFinite(min) ? min : undefined, max });
}

/** Forms without an end of their own, with their values outside the bounds moved onto them. */
function positive(
  { form, sigma }: QuantityText,
  values: readonly number[],
  bounds: Bounds,
  { most }: DimensionFacts,
): Distribution {
  if (values.some((value) => value <= 0)) throw new QuantityError('expected numbers above 0');
  if (form === 'interval80' && Math.log(values[1] / values[0]) > 2 * Z90 * MOST_SIGMA)
    throw new QuantityError('expected ends less than a factor of 300,000 apart');
  const held = (free: Parameters<typeof clamped>[0]): Distribution =>
    clamped(free, {
      min: bounds.min,
      max: bounds.max ?? (upperQuantile(free, RAREST) > most ? most : undefined),
    });
  if (form === 'interval80') return held(fromInterval80(values[0], values[1]));
  if (form === 'exponential') return held(exponential(values[0]));
  if (!(sigma >= 0 && sigma <= MOST_SIGMA))
    throw new QuantityError(`expected a sigma from 0 to ${MOST_SIGMA}`);
  return held(lognormal(values[0], sigma));
}
