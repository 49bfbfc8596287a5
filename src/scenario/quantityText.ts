import { LIMITS } from './limits.ts';

export type QuantityForm =
  | 'constant'
  | 'lowModeHigh'
  | 'interval80'
  | 'triangular'
  | 'uniform'
  | 'normal'
  | 'lognormal'
  | 'exponential';

/** A quantity as it was written, numbers and units still apart. */
export interface QuantityText {
  readonly form: QuantityForm;
  /** Numbers with a unit, in the order of the form: low, mode, high; from, to; the arguments. */
  readonly terms: readonly { readonly number: number; readonly unit: string }[];
  /** lognormal only: standard deviation of the logarithm, without unit. */
  readonly sigma: number;
  /** The unit as written, `$/gpu/hour`; empty for a pure number. */
  readonly unit: string;
}

/** A text that is no quantity; the message says why, where more than the bare fact is known. */
export class QuantityError extends Error {}

const NUMBER = String.raw`[-+−]?\s*\$?\s*(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)?(?:\.\d+)?(?:[eE][-+]?\d+(?![A-Za-z]))?(?:(?:k|M|bn|B|T)(?![A-Za-z]))?`;
const LEADING_NUMBER = new RegExp(`^\\s*(${NUMBER})`);
const UNIT_TEXT = /^([^0-9]*?)(?=\s*\/\s*[-+−$.]*\d|\s+to\s+[-+−$.]*\d|$)/;
const SEPARATOR = /^(?:\s*(\/)\s*|\s+(to)\s+)(?=[-+−$.]*\d)/;
const CALL = /^([a-z]+)\s*\(([^()]*)\)\s*(.*)$/i;
const MULTIPLE: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, B: 1e9, bn: 1e9, T: 1e12 };

interface Term {
  readonly number: number;
  readonly dollar: boolean;
}

function readNumber(text: string): Term & { length: number } {
  const match = LEADING_NUMBER.exec(text);
  const written = match?.[1] ?? '';
  const [, digits, multiple] =
    /^([^kMBbT]*)(k|M|bn|B|T)?$/.exec(written.replace(/[\s$,]/g, '').replace('−', '-')) ?? [];
  if (digits === undefined || !/\d/.test(digits)) throw new QuantityError('');
  const number = Number(digits) * (multiple === undefined ? 1 : MULTIPLE[multiple]);
  if (!Number.isFinite(number)) throw new QuantityError('');
  return { number, dollar: written.includes('$'), length: match?.[0].length ?? 0 };
}

/** `$2.9 /gpu/hour` has the unit `$/gpu/hour`. */
function joinUnit(unit: string, dollar: boolean): string {
  const trimmed = unit.trim();
  if (!dollar) return trimmed;
  return trimmed === '' || trimmed.startsWith('/') || trimmed.startsWith('per')
    ? `$${trimmed}`
    : `$ ${trimmed}`;
}

/**
 * Reads a quantity: `90 days`, `20 / 50 / 80 weeks`, `3 to 8 months`, `triangular(1, 2, 4) weeks`, `$2.9/gpu/hour`,
 * `12k racks`.
 *
 * @throws QuantityError when the text has none of these forms
 */
export function parseQuantity(text: string): QuantityText {
  if (text.length > LIMITS.quantityCharacters) {
    throw new QuantityError(`a quantity of more than ${LIMITS.quantityCharacters} characters`);
  }
  const call = CALL.exec(text.trim());
  return call === null ? parseTerms(text) : parseCall(call[1].toLowerCase(), call[2], call[3]);
}

function parseTerms(text: string): QuantityText {
  const numbers: Term[] = [];
  const units: string[] = [];
  const separators = new Set<string>();
  let rest = text.trim();
  for (;;) {
    const { length, ...term } = readNumber(rest);
    rest = rest.slice(length);
    const unit = UNIT_TEXT.exec(rest)?.[1];
    if (unit === undefined) throw new QuantityError('');
    numbers.push(term);
    units.push(unit.trim());
    rest = rest.slice(unit.length);
    const separator = SEPARATOR.exec(rest);
    if (separator === null) break;
    separators.add(separator[1] ?? separator[2]);
    rest = rest.slice(separator[0].length);
  }
  if (rest.trim() !== '' || separators.size > 1) throw new QuantityError('');
  const form = formOf(numbers.length, separators.has('to'));
  return { form, sigma: NaN, ...withUnits(numbers, units) };
}

function formOf(count: number, to: boolean): QuantityForm {
  if (count === 1) return 'constant';
  if (count === 3 && !to) return 'lowModeHigh';
  if (count === 2 && to) return 'interval80';
  throw new QuantityError(
    to ? 'two numbers belong to "a to b"' : 'three numbers belong to "low / mode / high"',
  );
}

/** The last unit holds for the numbers that have none. */
function withUnits(numbers: readonly Term[], units: readonly string[]): Pick<QuantityText, 'terms' | 'unit'> {
  const dollar = numbers.some((term) => term.dollar);
  const unit = joinUnit(units.at(-1) ?? '', dollar);
  const terms = numbers.map(({ number }, index) => ({
    number,
    unit: units[index] === '' ? unit : joinUnit(units[index], dollar),
  }));
  return { terms, unit };
}

const ARGUMENTS: Readonly<Record<string, { form: QuantityForm; names: readonly string[] }>> = {
  triangular: { form: 'triangular', names: ['min', 'mode', 'max'] },
  uniform: { form: 'uniform', names: ['min', 'max'] },
  normal: { form: 'normal', names: ['mean', 'sd'] },
  lognormal: { form: 'lognormal', names: ['median', 'sigma'] },
  exponential: { form: 'exponential', names: ['mean'] },
};

function parseCall(name: string, inside: string, unitText: string): QuantityText {
  if (!Object.hasOwn(ARGUMENTS, name)) {
    throw new QuantityError(
      `unknown distribution ${name}, expected one of ${Object.keys(ARGUMENTS).join(', ')}`,
    );
  }
  const { form, names } = ARGUMENTS[name];
  const signature = `${name}(${names.join(', ')})`;
  const numbers = inside.split(',').map((argument, index) => {
    const [, label, value] = /^\s*([a-z]+(?=\s))?\s*(.*?)\s*$/.exec(argument) ?? [];
    if (label !== undefined && label !== names[index]) throw new QuantityError(`expected ${signature}`);
    const { length, ...term } = readNumber(value);
    if (length !== value.length) throw new QuantityError(`expected ${signature}`);
    return term;
  });
  if (numbers.length !== names.length) throw new QuantityError(`expected ${signature}`);
  const sigma = form === 'lognormal' ? numbers[1].number : NaN;
  const measured = form === 'lognormal' ? numbers.slice(0, 1) : numbers;
  return { form, sigma, ...withUnits(measured, [...measured.slice(1).map(() => ''), unitText]) };
}
