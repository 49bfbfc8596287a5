import * as z from 'zod';
import { BASES, CONFIDENCES } from './ledger.ts';

/** Name of the definition of a quantity with its source, in every JSON Schema. */
export const STATED_QUANTITY = 'quantity';

/** A quantity that says where it comes from: the map that may stand for any quantity. */
export const quantityMapSchema: z.ZodType = z.strictObject({
  value: z
    .union([z.string(), z.number()])
    .optional()
    .meta({
      description: 'The quantity with its unit, as it would stand without the map.',
      absent: 'that of the catalog entry',
      examples: ['20 / 50 / 80 weeks'],
    }),
  catalog: z
    .string()
    .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/)
    .optional()
    .meta({
      description:
        'Entry of the catalog that gives value, source, date, confidence and basis: room, dot, entry.',
      absent: 'none: the value stands here',
      examples: ['power.transformer-lead-time-2026'],
    }),
  source: z
    .string()
    .optional()
    .meta({
      description: 'Where the figure comes from.',
      absent: 'the scenario, or what the catalog entry names',
      examples: ['our order of May'],
    }),
  asOf: z
    .union([z.string(), z.number()])
    .optional()
    .meta({
      description: 'Date that the figure speaks of: a year, month, quarter or day.',
      absent: 'none, or that of the catalog entry',
      examples: ['2026-11-02'],
    }),
  confidence: z.enum(CONFIDENCES).optional().meta({
    description: 'How far the figure is to be trusted.',
    absent: 'not stated, or that of the catalog entry',
  }),
  basis: z.enum(BASES).optional().meta({
    description: 'What kind of knowledge it is; the report counts inputs by it.',
    absent: 'an assumption, or that of the catalog entry',
  }),
  note: z
    .string()
    .optional()
    .meta({
      description: 'What a reader should know of it.',
      absent: 'none, or that of the catalog entry',
      examples: ['read off a photograph'],
    }),
});
