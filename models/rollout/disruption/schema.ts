import { z } from 'zod';
import { date, duration, nameText, ratio, uncertain } from '../../../src/scenario/index.ts';

/** When a shock comes: at a rate for good, at most once inside a window, or on a day that is known. */
const timing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rate'), rate: uncertain('event/year') }),
  z.strictObject({
    kind: z.literal('once'),
    probability: ratio({ max: 1 }),
    from: date(),
    to: date(),
  }),
  z.strictObject({ kind: z.literal('known'), from: date() }),
]);

/** What a shock does to everybody's racks while it lasts. */
const effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('lowers'),
    /** Part of the output that is lost while it lasts. */
    loss: uncertain('ratio', { max: 1 }),
    /** Part of the loss that is made up afterwards, evenly over `over`. */
    madeUp: ratio({ max: 1 }).optional(),
    over: duration().optional(),
  }),
  z.strictObject({ kind: z.literal('raises'), gain: uncertain('ratio') }),
  /** Finished racks are held back for rework until it ends. */
  z.strictObject({ kind: z.literal('holds') }),
]);

/** A shock that hits all customers of the vendor at once. */
export const disruptionSchema = z.strictObject({
  name: nameText(),
  kind: z.enum(['quake', 'catastrophe', 'export-rule', 'substrate', 'memory', 'defect']),
  timing,
  /** Where it strikes: what is further along the pipeline comes out unharmed. */
  at: z.enum(['wafer', 'package', 'rack']),
  effect,
  length: uncertain('duration'),
});

export type DisruptionScenario = z.output<typeof disruptionSchema>;
