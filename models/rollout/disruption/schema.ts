import { z } from 'zod';
import { date, duration, nameText, ratio, uncertain } from '../../../src/scenario/index.ts';

/** When a shock comes: at a rate for good, at most once inside a window, or on a day that is known. */
const timing = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rate').describe('At a rate, for good.'),
    rate: uncertain('event/year').meta({
      description: 'How often it strikes; at most 2,000 times up to the horizon.',
      examples: ['catalog:disruptions.quake-rate-recent'],
    }),
  }),
  z.strictObject({
    kind: z.literal('once').describe('At most once inside a window.'),
    probability: ratio({ max: 1 }).meta({ description: 'Chance that it strikes.', examples: ['10 %'] }),
    from: date().describe('First day of the window.'),
    to: date().describe('Last day of the window, not before the first.'),
  }),
  z.strictObject({
    kind: z.literal('known').describe('On a day that is known.'),
    from: date().describe('The day.'),
  }),
]);

/** What a shock does to everybody's racks while it lasts. */
const effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('lowers').describe('Output is lost while it lasts.'),
    loss: uncertain('ratio', { max: 1 }).meta({
      description: 'Part of the output that is lost.',
      examples: ['uniform(50, 100) %'],
    }),
    madeUp: ratio({ max: 1 })
      .optional()
      .meta({
        description: 'Part of the loss that is made up afterwards, evenly over `over`.',
        default: '0 %',
        examples: ['50 %'],
      }),
    over: duration()
      .optional()
      .meta({
        description: 'Time in which it is made up.',
        absent: 'needed where something is made up',
        examples: ['1 quarter'],
      }),
  }),
  z.strictObject({
    kind: z.literal('raises').describe('Output is more while it lasts.'),
    gain: uncertain('ratio').meta({
      description:
        'How much more, as a part of the output; shocks that go on at once raise it at most 1,000-fold in all.',
      examples: ['catalog:disruptions.export-rule-supply-gain'],
    }),
  }),
  z.strictObject({
    kind: z.literal('holds').describe('Finished racks are held back for rework until it ends.'),
  }),
]);

/** A shock that hits all customers of the vendor at once. */
export const disruptionSchema = z.strictObject({
  name: nameText().meta({ description: 'Name of the shock.', examples: ['substrate shortage'] }),
  kind: z
    .enum(['quake', 'catastrophe', 'export-rule', 'substrate', 'memory', 'defect'])
    .describe('What kind of shock, for the reader.'),
  timing: timing.describe(
    'When it comes: at a rate for good, at most once inside a window, or on a day that is known.',
  ),
  at: z
    .enum(['wafer', 'package', 'rack'])
    .describe('Where it strikes: what is further along the pipeline comes out unharmed.'),
  effect: effect.describe("What it does to everybody's racks while it lasts."),
  length: uncertain('duration').meta({
    description: 'How long it lasts, a draw each time.',
    examples: ['catalog:disruptions.substrate-shortage-length'],
  }),
});

export type DisruptionScenario = z.output<typeof disruptionSchema>;
