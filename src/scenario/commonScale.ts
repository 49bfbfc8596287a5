import type { Setting } from './applySettings.ts';
import { epochDay, isCalendarDate } from '../kernel/index.ts';
import { parseQuantity, QuantityError } from './quantityText.ts';
import { unitFactor, UnitError } from './unitSystem.ts';

/**
 * Settings as numbers on one scale: numbers, dates in days, or single quantities in the unit of the first. Undefined
 * where they have none in common, as words, ranges and a mixture of all these.
 *
 * @example commonScale(['10 weeks', '140 days']) // [10, 20]
 */
export function commonScale(settings: readonly Setting[]): number[] | undefined {
  if (settings.every((setting) => typeof setting === 'number')) return [...settings];
  const texts = settings.map(String);
  if (texts.every(isCalendarDate)) return texts.map(epochDay);
  try {
    const terms = texts.map(singleTerm);
    const [first] = terms;
    const numbers = terms.map((term) => {
      if (first === undefined || term === undefined) return NaN;
      const factor = term.unit === first.unit ? 1 : unitFactor(term.unit, first.unit);
      return factor === undefined ? NaN : term.number * factor;
    });
    return numbers.every((number) => Number.isFinite(number)) ? numbers : undefined;
  } catch (error) {
    if (error instanceof QuantityError || error instanceof UnitError) return undefined;
    throw error;
  }
}

function singleTerm(text: string): { number: number; unit: string } | undefined {
  const { form, terms } = parseQuantity(text);
  if (form !== 'constant') return undefined;
  // A number without a unit is a share: `0.5` lies beside `90 %`.
  const { number, unit } = terms[0];
  return { number, unit: unit === '' ? 'ratio' : unit };
}
