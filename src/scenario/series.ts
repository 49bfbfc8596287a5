import * as z from 'zod';
import { date } from './blocks.ts';
import type { SeriesItem } from './catalogEntry.ts';
import { quantityBlock, type QuantityBlock } from './quantityBlock.ts';
import type { QuantityInput } from './statedQuantity.ts';

/**
 * `from`: the value holds from that day until the next item. `at`: the value on that day, to be joined with its
 * neighbours.
 */
export interface SeriesPoint<T> {
  readonly mark: 'from' | 'at';
  /** ISO date. */
  readonly date: string;
  readonly value: T;
}

type ItemInput = { from: QuantityInput; value: QuantityInput } | { at: QuantityInput; value: QuantityInput };
type SeriesInput = QuantityInput | readonly ItemInput[];

/** A zod schema of a dated series. */
export interface SeriesBlock<T> extends z.ZodType<readonly SeriesPoint<T>[], SeriesInput> {
  _zod: z.core.$ZodTypeInternals<readonly SeriesPoint<T>[], SeriesInput> & { def: SeriesDef<T> };
}

interface SeriesDef<T> extends z.core.$ZodTypeDef {
  readonly type: 'custom';
  readonly list: z.ZodType<readonly SeriesPoint<T>[]>;
  readonly reference: QuantityBlock<readonly SeriesPoint<T>[]>;
}

const initialize: (inst: SeriesBlock<unknown>, def: SeriesDef<unknown>) => void = z.ZodType.init;

const SeriesSchema: z.core.$constructor<SeriesBlock<unknown>, SeriesDef<unknown>> = z.core.$constructor<
  SeriesBlock<unknown>,
  SeriesDef<unknown>
>('GigarampSeries', (inst, def) => {
  initialize(inst, def);
  inst._zod.parse = (payload, context) => {
    const schema = Array.isArray(payload.value) ? def.list : def.reference;
    const inner = schema._zod.run({ value: payload.value, issues: [] }, context);
    if (inner instanceof Promise)
      throw new TypeError('series: asynchronous schema, expected a synchronous one');
    payload.value = inner.value as readonly SeriesPoint<unknown>[];
    payload.issues.push(...inner.issues);
    return payload;
  };
  inst._zod.processJSONSchema = (_context, json) => {
    const [reference, list] = [def.reference, def.list].map((schema) => {
      const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return shape;
    });
    const { anyOf, ...facts } = reference!;
    Object.assign(json, facts, { anyOf: [...anyOf!, list] });
  };
});

/**
 * A dated series: a list of `{ from | at: date, value: quantity }` with rising dates, or a catalog entry that is one.
 *
 * @example series(quantity('package/quarter')) // [{ from: 2025-01-01, value: 520k packages/quarter }, …]
 */
export function series<T>(item: QuantityBlock<T>): SeriesBlock<T> {
  const { reading } = item._zod.def;
  const step = z.strictObject({
    from: date().describe('First day on which the value holds; it holds until the next item.'),
    value: item.describe('The value from that day on.'),
  });
  const point = z.strictObject({
    at: date().describe('Day on which the value is reached; between two items it moves in a straight line.'),
    value: item.describe('The value on that day.'),
  });
  const list = z
    .array(
      z.union([
        step.transform(({ from, value }): SeriesPoint<T> => ({ mark: 'from', date: from, value })),
        point.transform(({ at, value }): SeriesPoint<T> => ({ mark: 'at', date: at, value })),
      ]),
    )
    .min(1)
    .superRefine((points, context) => {
      points.forEach((current, index) => {
        const before = points[index - 1];
        if (before === undefined) return;
        if (current.mark !== before.mark) {
          context.addIssue({
            code: 'custom',
            path: [index],
            message: 'expected either from or at in all of a series',
          });
        } else if (current.date <= before.date) {
          context.addIssue({
            code: 'custom',
            path: [index, current.mark],
            message: `expected a day after ${before.date}, got "${current.date}"`,
          });
        }
      });
    });
  const reference = quantityBlock<readonly SeriesPoint<T>[]>({
    ...reading,
    expected: `a series of ${reading.expected.replace(/^an? /, '')}`,
    facts: {
      form: 'series',
      unit: reading.facts.unit,
      get bounds() {
        return reading.facts.bounds;
      },
      example: reading.facts.example,
    },
    read: (text) => {
      const { value, unit } = reading.read(text);
      return { value: [{ mark: 'from', date: '0000-03-01', value }], unit };
    },
    readSeries: (items: readonly SeriesItem[]) => {
      const points = items.map(({ mark, date: day, value }) => ({ mark, date: day, ...reading.read(value) }));
      return {
        value: points.map(({ mark, date: day, value }) => ({ mark, date: day, value })),
        unit: points[0].unit,
      };
    },
  });
  return new SeriesSchema({ type: 'custom', list, reference }) as unknown as SeriesBlock<T>;
}
