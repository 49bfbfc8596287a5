import * as z from 'zod';
import type { LedgerEntry } from './ledger.ts';
import { loadContext } from './loadContext.ts';
import { STATED_QUANTITY } from './quantityMapSchema.ts';
import { QuantityError } from './quantityText.ts';
import { got } from './schemaMessage.ts';
import {
  fail,
  Failed,
  statedQuantity,
  type QuantityInput,
  type QuantityReading,
  type Stated,
} from './statedQuantity.ts';

interface QuantityDef<T> extends z.core.$ZodTypeDef {
  readonly type: 'custom';
  readonly reading: QuantityReading<T>;
}

/** A zod schema of one quantity. */
export interface QuantityBlock<T> extends z.ZodType<T, QuantityInput> {
  _zod: z.core.$ZodTypeInternals<T, QuantityInput> & { def: QuantityDef<T> };
}

/** `expected …, got "…"`, with what more is known in brackets. */
function complaint(error: QuantityError, expected: string, text: string): string {
  const shown = got(text);
  if (error.message.startsWith('expected ')) return `${error.message}, got ${shown}`;
  return `expected ${expected}, got ${shown}${error.message === '' ? '' : ` (${error.message})`}`;
}

function readStated<T>(
  stated: Stated,
  reading: QuantityReading<T>,
): { value: T; unit: string; text: string } {
  const { series, text, reference, origin } = stated;
  try {
    if (series !== undefined) {
      if (reading.readSeries === undefined) throw new QuantityError('');
      return {
        ...reading.readSeries(series),
        text: series.map(({ date, value }) => `${date}: ${value}`).join('; '),
      };
    }
    return { ...reading.read(text), text };
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    const message = complaint(error, reading.expected, series === undefined ? text : 'a series');
    return fail(reference === '' ? message : `${message} of catalog:${reference}`, { params: { origin } });
  }
}

const initialize: (inst: QuantityBlock<unknown>, def: QuantityDef<unknown>) => void = z.ZodType.init;

/**
 * Reads one quantity node; the issues it reports are all it has to say, the ledger row among them when it is asked for.
 */
const Quantity: z.core.$constructor<QuantityBlock<unknown>, QuantityDef<unknown>> = z.core.$constructor<
  QuantityBlock<unknown>,
  QuantityDef<unknown>
>('GigarampQuantity', (inst, def) => {
  initialize(inst, def);
  inst._zod.parse = (payload, parseContext) => {
    const { reading } = def;
    const context = loadContext(parseContext);
    const input: unknown = payload.value;
    try {
      const stated = statedQuantity(input, reading, context);
      const { value, unit, text } = readStated(stated, reading);
      payload.value = value;
      if (context.gather) {
        const ledger: LedgerEntry = { ...stated.row, value: text, unit };
        payload.issues.push({
          code: 'custom',
          message: 'ledger',
          input,
          inst,
          continue: true,
          params: { ledger },
        });
      }
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      for (const { message, path = [], params = {} } of error.failures) {
        payload.issues.push({ code: 'custom', message, path: [...path], input, inst, params: { ...params } });
      }
    }
    return payload;
  };
  inst._zod.processJSONSchema = (_context, json) => {
    const { pattern, facts } = def.reading;
    const { example, ...others } = facts;
    const text = { type: ['string', 'number'], pattern } as unknown as z.core.JSONSchema.BaseSchema;
    Object.assign(json, others, { examples: [example] });
    json.anyOf = [text, { $ref: `#/$defs/${STATED_QUANTITY}` }];
  };
});

/** Makes a block of a reading. */
export function quantityBlock<T>(reading: QuantityReading<T>): QuantityBlock<T> {
  return new Quantity({ type: 'custom', reading }) as QuantityBlock<T>;
}
