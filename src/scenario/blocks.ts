import type { Distribution } from '../random/index.ts';
import { boundText } from './boundText.ts';
import { isCalendarDate } from '../kernel/index.ts';
import { dimensionFacts, type Dimension } from './dimension.ts';
import { evaluateDistribution, evaluateNumber, limitsOf, type Bounds } from './evaluateQuantity.ts';
import type { Role } from './ledger.ts';
import { quantityBlock, type QuantityBlock } from './quantityBlock.ts';
import { QuantityError } from './quantityText.ts';
import type { QuantityFacts } from './statedQuantity.ts';
import { checkUnit } from './unitSystem.ts';

export interface BlockOptions extends Bounds {
  /** Roles beside `input` that a catalog entry may have here. */
  readonly allowRole?: readonly Role[];
}

const PATTERN = String.raw`^\s*(catalog:[a-z0-9-]+\.[a-z0-9-]+|.*[0-9].*)\s*$`;

function expectation(dimension: Dimension, { min = 0, max }: Bounds): string {
  const { expected, unit } = dimensionFacts(dimension);
  // A unit the language does not know is a mistake in the schema, to be found where it is written.
  checkUnit(unit);
  const most = max === undefined ? '' : `, at most ${max}`;
  return min === 0 || min === -Infinity ? `${expected}${most}` : `${expected}, at least ${min}${most}`;
}

function factsOf(form: 'number' | 'range', dimension: Dimension, bounds: Bounds): QuantityFacts {
  const { unit, examples } = dimensionFacts(dimension);
  const { min, max } = limitsOf(bounds, dimension);
  const whole =
    bounds.isWhole !== true ? '' : form === 'number' ? 'whole, ' : 'whole where it is one number, ';
  return {
    form,
    unit,
    // Only a reference shows them, and numbers as a language writes them take long to make, for all blocks of a schema.
    get bounds() {
      return `${whole}${boundText(min)} to ${boundText(max)}`;
    },
    example: examples[form],
  };
}

/**
 * One number in the unit of its dimension; a range is refused. At least 0 unless `min` says otherwise.
 *
 * @example z.strictObject({ crews: quantity('crew'), speed: quantity('rack/day') })
 */
export function quantity(
  dimension: Dimension,
  { allowRole = [], ...bounds }: BlockOptions = {},
): QuantityBlock<number> {
  return quantityBlock({
    expected: expectation(dimension, bounds),
    pattern: PATTERN,
    facts: factsOf('number', dimension, bounds),
    allowRole,
    read: (text) => evaluateNumber(text, dimension, bounds),
  });
}

/**
 * A distribution of a quantity: a constant, `20 / 50 / 80 weeks` (P10, mode, P90), `3 to 8 months` (lognormal, 80 %
 * interval), `triangular(1, 2, 4) weeks`, `uniform(…)`, `normal(…)`, `lognormal(median 10, sigma 0.5) weeks`,
 * `exponential(…)`.
 *
 * At least 0 unless `min` says otherwise. Whatever the form, no draw lies outside of `min` and `max`: what would is
 * moved onto them.
 */
export function uncertain(
  dimension: Dimension,
  { allowRole = [], ...bounds }: BlockOptions = {},
): QuantityBlock<Distribution> {
  return quantityBlock({
    expected: `${expectation(dimension, bounds)} or a range of it`,
    pattern: PATTERN,
    facts: factsOf('range', dimension, bounds),
    allowRole,
    read: (text) => evaluateDistribution(text, dimension, bounds),
  });
}

/** A length of time, in days. */
export function duration(options: BlockOptions = {}): QuantityBlock<number> {
  return quantity('duration', options);
}

/** Active power, in MW. */
export function power(options: BlockOptions = {}): QuantityBlock<number> {
  return quantity('power', options);
}

/** A fraction: `0.95` and `95 %` are the same. */
export function ratio(options: BlockOptions = {}): QuantityBlock<number> {
  return quantity('ratio', options);
}

/** Dollars. */
export function money(options: BlockOptions = {}): QuantityBlock<number> {
  return quantity('money', options);
}

/** A whole number of things: `count('rack')` takes `120 racks`; at most 10,000 unless `max` says otherwise. */
export function count(noun: string, options: BlockOptions = {}): QuantityBlock<number> {
  return quantity(noun, { ...options, isWhole: true });
}

/** The same where a range may stand: one number is whole, draws of a range are for the model to round. */
export function uncertainCount(
  noun: string,
  options: BlockOptions & { readonly max: number },
): QuantityBlock<Distribution> {
  return uncertain(noun, { ...options, isWhole: true });
}

/** A number in a compound unit: `rate('rack/day')` takes `7 racks/day` and `49 racks/week`. */
export function rate(unit: string, options: BlockOptions = {}): QuantityBlock<number> {
  return quantity(unit, options);
}

// Days are counted from and to these years only.
const FIRST_YEAR = '1901';
const LAST_YEAR = '2199';

/** A day from 1901 to 2199, as ISO text. */
export function date(): QuantityBlock<string> {
  return quantityBlock({
    expected: 'a date such as "2026-12-31"',
    pattern: String.raw`^\d{4}-\d{2}-\d{2}$`,
    facts: {
      form: 'date',
      unit: '',
      bounds: `${FIRST_YEAR}-01-01 to ${LAST_YEAR}-12-31`,
      example: '2026-12-31',
    },
    allowRole: [],
    read: (text) => {
      if (!isCalendarDate(text.trim())) throw new QuantityError('');
      const year = text.trim().slice(0, 4);
      if (year < FIRST_YEAR || year > LAST_YEAR)
        throw new QuantityError(`a year from ${FIRST_YEAR} to ${LAST_YEAR}`);
      return { value: text.trim(), unit: 'date' };
    },
  });
}
