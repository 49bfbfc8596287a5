import { z } from 'zod';
import {
  count,
  date,
  duration,
  nameText,
  power,
  quantity,
  ratio,
  uncertain,
} from '../../../src/scenario/index.ts';

const name = nameText();

/** The choices of those who run the rollout. */
export const policiesSchema = z.strictObject({
  /**
   * Which site a rack goes to: existing halls first, dedicated campuses first, the same but held at the dock for a
   * dedicated campus (`hold`), or pod by pod to the site whose crews are free first (`balanced`).
   */
  placement: z.enum(['existing-first', 'dedicated-first', 'hold', 'balanced']),
  /** How long a rack is held for a dedicated campus before it may go to an existing hall. */
  holdFor: duration().optional(),
  order: z.discriminatedUnion('kind', [
    // The buffer may stay beside `push`, where it means nothing, so that the kind alone can be swept.
    z.strictObject({ kind: z.literal('push'), buffer: duration().optional() }),
    z.strictObject({ kind: z.literal('need-by'), buffer: duration() }),
  ]),
  divert: z.strictObject({
    kind: z.enum(['never', 'after']),
    after: duration(),
    repaid: z.boolean(),
    /** Part of the provider's eligible intake that own take and repayment may reach together. */
    repayCeiling: ratio({ max: 1 }),
  }),
  /** Most racks that wait at the dock; what would be more is not taken. */
  stagingLimit: count('rack', { min: 1, max: 1_000_000 }).optional(),
  /** An incomplete pod is accepted with the racks that have passed so long after the first of them did. */
  partialPods: z.strictObject({ after: duration() }).optional(),
  /** Borrowed halls that go back with the racks in them; new racks at other sites take their place. */
  returns: z
    .array(
      z.strictObject({
        site: name,
        on: date(),
        /** How long before it the hall takes no more racks and their replacement is ordered. */
        notice: duration(),
      }),
    )
    .max(100)
    .optional(),
});

/** Who builds and lends. */
export const providerSchema = z.strictObject({
  name: nameText(),
  /** Duration of construction relative to the usual one. */
  pace: uncertain('ratio', { min: 0.2, max: 10 }),
  /** What the provider adds, of which the halls that it lends are a part. */
  additions: z
    .strictObject({
      monthly: quantity('MW/month'),
      /** Part that can carry accelerators. */
      acceleratorPart: ratio({ max: 1 }),
      /** Part of that which goes into campuses named elsewhere. */
      namedCampuses: quantity('MW/month'),
    })
    .optional(),
  /** Known halls, each lent by one source of existing capacity. */
  halls: z
    .array(z.strictObject({ name, power: power(), source: name }))
    .max(1000)
    .optional(),
});
