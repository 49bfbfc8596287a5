import * as z from 'zod';
import type { Setting } from '../scenario/index.ts';

/** Designs that a sweep may have, by the names used in scenario files and on the command line. */
export const DESIGNS = ['list', 'grid', 'oat', 'lhs', 'sobol', 'morris'] as const;

/** Name of a design. */
export type DesignName = (typeof DESIGNS)[number];

/** One varied thing as it is written: `{ vary: path, values: […] }`, `{ vary: path, range: 40..120 weeks }`, or `{ vary: input }`. */
export interface Varied {
  readonly vary: string;
  readonly values?: readonly Setting[] | undefined;
  readonly range?: string | undefined;
}

/** The `sweep:` block of a scenario file. */
export interface Sweep {
  readonly design: DesignName;
  /** Rows of lhs and sobol, trajectories of morris. */
  readonly size?: number | undefined;
  /** Seed of the design, apart from that of the run. */
  readonly seed?: string | number | undefined;
  readonly factors: readonly Varied[];
}

/** Schema of the `sweep:` block, for scenario files of any model. */
export const sweepSchema: z.ZodType<Sweep> = z.strictObject({
  design: z.enum(DESIGNS),
  size: z.int().min(1).max(100_000).optional(),
  seed: z.union([z.string().min(1), z.number()]).optional(),
  factors: z
    .array(
      z.strictObject({
        vary: z.string().min(1),
        values: z
          .array(z.union([z.string(), z.number(), z.boolean()]))
          .min(1)
          .optional(),
        range: z.string().optional(),
      }),
    )
    .min(1),
});

/** The schema of a scenario file with a `sweep:` block allowed beside the model's own keys. */
export function withSweep<S>(schema: z.ZodType<S>): z.ZodType<S & { sweep?: Sweep }> {
  const whole: z.ZodType =
    schema instanceof z.ZodObject ? schema.safeExtend({ sweep: sweepSchema.optional() }) : schema;
  return whole as z.ZodType<S & { sweep?: Sweep }>;
}
