import * as z from 'zod';
import { isCalendarDate } from '../kernel/index.ts';
import { checkOrder } from './evaluateQuantity.ts';
import { BASES, CONFIDENCES, ROLES, type Basis, type Confidence, type Role } from './ledger.ts';
import { parseQuantity, QuantityError } from './quantityText.ts';
import { unitFactor, UnitError } from './unitSystem.ts';

/** One step (`from`, holds until the next) or point (`at`, a state on that day) of a series. */
export interface SeriesItem {
  readonly mark: 'from' | 'at';
  readonly date: string;
  readonly value: string;
}

export interface CatalogEntry {
  /** The row of the tables behind the catalog, to trace a figure by. */
  readonly id: string;
  readonly quantity: string;
  /** A quantity with its unit, or a date; absent when there is a series. */
  readonly value?: string | undefined;
  readonly series?: readonly SeriesItem[] | undefined;
  /** Year, month, quarter or day the figure speaks of, or two of them joined by ` to `. */
  readonly asOf: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly basis: Basis;
  readonly role: Role;
  readonly note?: string | undefined;
  /** Of a fitted value: how its error moves with that of other entries of the room, by name. */
  readonly correlations?: Readonly<Record<string, number>> | undefined;
}

const AS_OF = /^\d{4}(-\d{2}(-\d{2})?|-Q[1-4])?( to \d{4}(-\d{2}(-\d{2})?|-Q[1-4])?)?$/;

function whyNot(text: string): string | undefined {
  if (isCalendarDate(text)) return undefined;
  try {
    const { form, terms } = parseQuantity(text);
    if (terms.some(({ unit }) => unit === '')) return 'expected a value with its unit';
    const factors = terms.map(({ unit }) => unitFactor(unit, terms[0].unit));
    if (factors.some((factor) => factor === undefined)) return 'expected units of one kind';
    checkOrder(
      form,
      terms.map(({ number }, index) => number * (factors[index] ?? NaN)),
    );
    return undefined;
  } catch (error) {
    if (error instanceof QuantityError)
      return error.message || 'expected a quantity such as "20 / 50 / 80 weeks"';
    if (error instanceof UnitError) return error.message;
    throw error;
  }
}

const text = z.string().trim().min(1);
const quantityText = z
  .union([text, z.number()])
  .transform(String)
  .superRefine((value, context) => {
    const problem = whyNot(value);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: `${problem}, got "${value}"` });
  });
const dateText = text.refine(isCalendarDate, {
  error: ({ input }) => `expected a date such as "2026-12-31", got "${String(input)}"`,
});

const seriesItem = z.union([
  z.strictObject({ from: dateText, value: quantityText }),
  z.strictObject({ at: dateText, value: quantityText }),
]);

/** What an entry of the catalog has to be: a sourced value, or a series of them. */
export const entrySchema = z
  .strictObject({
    id: text,
    quantity: text,
    value: quantityText.optional(),
    series: z.array(seriesItem).min(1).optional(),
    asOf: z
      .union([text, z.int()])
      .transform(String)
      .refine((value) => AS_OF.test(value), {
        error: 'expected a year, month, quarter or day such as 2026-01',
      }),
    source: text,
    confidence: z.enum(CONFIDENCES),
    basis: z.enum(BASES),
    role: z.enum(ROLES),
    note: text.optional(),
    correlations: z.record(text, z.number().min(-1).max(1)).optional(),
  })
  .superRefine(({ value, series }, context) => {
    if ((value === undefined) === (series === undefined)) {
      context.addIssue({ code: 'custom', message: 'expected either a value or a series' });
    }
    const dates = (series ?? []).map((item) => ('from' in item ? item.from : item.at));
    const unordered = dates.findIndex((date, index) => index > 0 && date <= dates[index - 1]);
    if (unordered >= 0) {
      context.addIssue({ code: 'custom', path: ['series', unordered], message: 'expected dates that rise' });
    }
  })
  .transform(({ series, ...entry }): CatalogEntry => ({
    ...entry,
    series: series?.map((item) =>
      'from' in item
        ? { mark: 'from' as const, date: item.from, value: item.value }
        : { mark: 'at' as const, date: item.at, value: item.value },
    ),
  }));
