import type { Factor } from '../design/index.ts';
import { InputError } from '../experiment/inputError.ts';
import { unitFactor, UnitError } from '../scenario/unitSystem.ts';
import type { Varied } from './sweepSchema.ts';
import { numberIn, typedRange, type TypedNumber } from './typedNumber.ts';
import { expanded, spelled } from './vary.ts';

/**
 * Turns what is varied into factors: a name without a dot that the model has as an uncertain input is that input, all
 * else is a path.
 *
 * @throws InputError on values or ranges that make no sense.
 */
export function factorsOf(varied: readonly Varied[], inputs: readonly string[]): Factor[] {
  return varied.map((one): Factor => {
    const { vary: name, values, range } = one;
    if (values !== undefined && range !== undefined) {
      throw new InputError(`vary ${name}: values and a range, expected one of them`);
    }
    if (inputs.includes(name)) return inputFactor(one);
    if (values !== undefined) return { kind: 'values', name, values: values.map(expanded) };
    if (range !== undefined) return rangedFactor(name, range);
    throw new InputError(
      `vary ${name}: no values, expected some, or one of the uncertain inputs ${inputs.length === 0 ? '(none)' : inputs.join(', ')}`,
    );
  });
}

function inputFactor({ vary: name, values, range }: Varied): Factor {
  if (range !== undefined) {
    throw new InputError(`vary ${name}: range ${range}, expected points of its distribution such as 0.1,0.9`);
  }
  const levels = values?.map((value) => numberIn(String(value), { '': 1, '%': 100 }) ?? NaN);
  for (const [index, level] of levels?.entries() ?? []) {
    if (!(level > 0 && level < 1)) {
      throw new InputError(
        `vary ${name}: ${values?.[index]}, expected a point of its distribution strictly between 0 and 1`,
      );
    }
  }
  return { kind: 'input', name, levels };
}

function rangedFactor(name: string, range: string): Factor {
  const refusal = (expected: string): InputError =>
    new InputError(`vary ${name}: range ${range}, expected ${expected} such as 40..120 weeks`);
  const ends = typedRange(range);
  if (ends === undefined) throw refusal('a low and a high');
  const [high, low] = [ends[1], inUnitOf(ends[1], ends[0])];
  if (low === undefined) throw refusal('both ends in one unit, behind the high');
  if (low >= high.number) throw refusal('a low below a high');
  return { kind: 'range', name, low, high: high.number, unit: spelled(high.unit) };
}

/** One end of a range in the unit of the other; nothing where that cannot be. */
function inUnitOf({ unit }: TypedNumber, end: TypedNumber): number | undefined {
  const [from, to] = [end.unit, unit].map(spelled);
  if (from === to) return end.number;
  if (from === undefined || to === undefined) return undefined;
  try {
    const factor = unitFactor(from, to);
    return factor === undefined ? undefined : end.number * factor;
  } catch (error) {
    if (error instanceof UnitError) return undefined;
    throw error;
  }
}
